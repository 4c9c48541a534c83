namespace LinkErrors.Client.Tests.Providers;

/// <summary>The project's own rows of what providers answer: shapes that people meet, with values of our own.</summary>
internal static class ProviderTable
{
    private const string Form = "Content-Type: application/x-www-form-urlencoded";
    private const string Problem = "Content-Type: application/problem+json";
    private const string Cb = "https://app.example/cb";

    private static readonly string[] Claimed = ["centralauth", "orcidlink", "junction", "zapier", "oauth", "problem-details"];

    public static IReadOnlyList<(string Id, ProviderMessage Message, ProviderWant Want)> Rows { get; } =
    [
        // Nothing is lost: members that only one peer has (RFC 6749 §5.2 allows more of them).
        Row(400, "", """{"error":"interaction_required","suberror":"additional_action","claims":"{\"x\":1}","error_codes":[7]}""", new() { Code = "interaction_required", Has = ["additional_action", "error_codes"] }),
        Row(403, "", """{"error":"mfa_enroll","mfa_token":"secret-token"}""", new() { Code = "mfa_enroll", Has = ["secret-token"] }),
        Row(400, "", """{"error":"invalid_grant","error_subtype":"policy","trace_id":"t-1"}""", new() { Code = "invalid_grant", Has = ["error_subtype", "t-1"] }),
        Row(400, "X-Request-Id: r-9", """{"error":"invalid_client"}""", new() { Code = "invalid_client", Has = ["r-9"] }),
        Row(400, "x-ms-correlation-id: c-9", """{"error":"invalid_client"}""", new() { Has = ["c-9"] }),
        Row(400, "", """{"error":"invalid_scope","scope":"a b","state":"s-1"}""", new() { Code = "invalid_scope", Has = ["s-1", "a"] }),
        Row(400, "", """{"error":"authorization_pending","interval":7}""", new() { Code = "authorization_pending", Transient = true, RetryAfter = 7 }),
        Row(400, "", """{"error":"slow_down","interval":"12"}""", new() { Code = "slow_down", Transient = true, RetryAfter = 12 }),
        Row(400, "Retry-After: 3", """{"error":"slow_down","interval":12}""", new() { Code = "slow_down", RetryAfter = 3 }),
        Row(400, "", """{"error":"invalid_grant","interval":12}""", new() { Code = "invalid_grant", Transient = false }),
        Callback("?error=access_denied&error_reason=user_denied&error_code=7", new() { Code = "access_denied", Has = ["error_reason=user_denied", "error_code=7"] }),
        Callback("#error=consent_required&session_state=abc&iss=https%3A%2F%2Fas.example", new() { Code = "consent_required", Has = ["session_state=abc", "https://as.example"] }),

        // Challenges: all are kept, and what one offers without a code counts (RFC 6750 §3.1, RFC 9728 §5.1).
        Row(401, "WWW-Authenticate: Bearer resource_metadata=\"https://r.example/m\"", "", new() { Code = "invalid_token", Has = ["https://r.example/m"] }),
        Row(401, "WWW-Authenticate: Basic realm=\"x\"\nWWW-Authenticate: Bearer resource_metadata=\"https://r.example/m\", scope=\"read write\"", """{"message":"Log in"}""", new() { Code = "invalid_token", Text = "Log in", Has = ["read", "write", "realm=x"] }),
        Row(403, "WWW-Authenticate: Bearer scope=\"files:write\"", "", new() { Code = "forbidden", Has = ["files:write"] }),
        Row(401, "WWW-Authenticate: Bearer realm=\"x\"", "", new() { Read = false }),
        Row(200, "WWW-Authenticate: Bearer scope=\"a\"", "", new() { Read = false }),
        Row(401, "WWW-Authenticate: Bearer authorization_uri=https://as.example/a?b=c, error=\"invalid_token\", claims=\"abc\"", "", new() { Code = "invalid_token", Has = ["claims=abc"] }),
        Row(401, "WWW-Authenticate: Bearer realm=a:b:c, error=insufficient_claims", """{"error":{"code":"Expired","message":"Too old"}}""", new() { Code = "insufficient_claims", Text = "Too old" }),
        Row(401, "WWW-Authenticate: Bearer realm=https://r.example/x y, error=\"invalid_token\"", "", new() { Code = "invalid_token" }),
        Row(401, "WWW-Authenticate: Bearer error=\"invalid_token\"", """{"jsonrpc":"2.0","error":{"code":-1,"message":"No"},"id":1}""", new() { Code = "invalid_token", Has = ["jsonrpc"] }),

        // Denials by another name.
        Callback("?error=user_cancelled_login&state=s", new() { Code = "user_cancelled" }),
        Callback("?error=user_cancelled_authorize&state=s", new() { Code = "user_cancelled" }),
        Callback("#error=user_cancelled_login", new() { Code = "user_cancelled" }),
        Row(400, "", """{"error":"user_cancelled_login"}""", new() { Code = "user_cancelled" }),
        Row(400, Form, "error=user_cancelled_authorize", new() { Code = "user_cancelled" }),

        // Form-encoded bodies, as JSON.
        Row(503, Form + "\nRetry-After: 9", "error=busy&error_description=Come+back", new() { Code = "busy", Status = 503, Text = "Come back", Transient = true, RetryAfter = 9 }),
        Row(503, Form, "error=busy", new() { Code = "busy", Status = 503, Transient = true }),
        Row(401, Form + "; charset=utf-8", "error=Unauthorized&message=No", new() { Code = "invalid_token", Status = 401, Text = "No" }),
        Row(401, Form + "\nWWW-Authenticate: Bearer error=\"invalid_token\"", "x=1", new() { Code = "invalid_token", Status = 401 }),
        Row(200, Form, "error=bad_verification_code&error_description=Old&error_uri=https%3A%2F%2Fe.example%2F", new() { Code = "bad_verification_code", Text = "Old", Has = ["https://e.example/"] }),
        Row(200, Form, "error=slow_down&interval=10", new() { Code = "slow_down", RetryAfter = 10 }),
        Row(200, Form, "access_token=a&scope=b&token_type=bearer", new() { Read = false }),
        Row(400, Form, "error=a&error=b", new() { Read = false, ReasonHas = "more than once" }),
        Row(400, Form, """{"error":"invalid_grant"}""", new() { Code = "invalid_grant" }),
        Row(400, Form, "", new() { Read = false }),

        // The text: description, else message, else prose in error; a reason phrase maps by status.
        Row(403, "", """{"timestamp":1,"status":403,"error":"Forbidden","message":"Not yours","path":"/x"}""", new() { Code = "forbidden", Text = "Not yours" }),
        Row(404, "", """{"statusCode":404,"error":"Not Found","message":"Gone away"}""", new() { Code = "not_found", Text = "Gone away" }),
        Row(429, "", """{"error":"Too Many Requests","message":"Slow"}""", new() { Code = "rate_limited", Text = "Slow", Transient = true }),
        Row(503, "", """{"error":"Service Unavailable"}""", new() { Code = "temporarily_unavailable", Transient = true }),
        Row(401, "", """{"error":"Unauthorized","errorCode":"expired_token","message":"Old"}""", new() { Code = "expired_token", Text = "Old", Status = 401 }),
        Row(401, "", """{"error":"Unauthorized","errorCode":"NEVER_HEARD","message":"Old"}""", new() { Code = "invalid_token", Text = "Old", Has = ["NEVER_HEARD"] }),
        Row(400, "", """{"error":"The code has expired: ask again"}""", new() { Text = "The code has expired: ask again", Status = 400 }),
        Row(200, "", """{"status":401,"error":"Bad parameter: code"}""", new() { Text = "Bad parameter: code" }),

        // Unknown shapes: text, code and status are kept, and no system is claimed.
        Unknown(401, """{"code":"EXPIRED","message":"Old"}""", "Old", "EXPIRED", "invalid_token"),
        Unknown(401, """{"code":7,"message":"Old"}""", "Old", "7", "invalid_token"),
        Unknown(403, """{"errorCode":"E00001","errorSummary":"No","errorId":"oae1"}""", "No", "oae1", "forbidden"),
        Unknown(409, """{"errorMessage":"Twice"}""", "Twice", "Twice", "conflict"),
        Unknown(400, """{"code":400,"error_code":"bad_input","msg":"Wrong"}""", "Wrong", "bad_input", "generic_error"),
        Unknown(400, """{"status":"BAD_CODE","message":"Wrong","correlationId":"c-1"}""", "Wrong", "BAD_CODE", "generic_error"),
        Unknown(400, """{"errors":[{"errorType":"invalid_grant","message":"Old"}],"success":false}""", "Old", "invalid_grant", "invalid_grant"),
        Unknown(401, """{"errors":[{"status":"401","code":"expired_token","title":"T","detail":"Old"}]}""", "Old", "expired_token", "expired_token"),
        Unknown(401, """{"errors":"No such key"}""", "No such key", "No such key", "invalid_token"),
        Unknown(400, """{"errors":["First","Second"]}""", "First", "Second", "generic_error"),
        Unknown(401, """[{"message":"Over","errorCode":"INVALID_SESSION"}]""", "Over", "INVALID_SESSION", "invalid_token"),
        Unknown(400, """{"error":{"message":"Bad token","type":"OAuthException","code":190,"trace":"T1"}}""", "Bad token", "T1", "generic_error"),
        Unknown(401, """{"error":{"status":401,"message":"Old token"}}""", "Old token", "401", "invalid_token"),
        Unknown(429, """{"error":{"code":429,"message":"Quota","status":"RESOURCE_EXHAUSTED"}}""", "Quota", "RESOURCE_EXHAUSTED", "rate_limited"),
        Unknown(400, """{"message":"Bad Request","errors":[{"resource":"Code","field":"code","code":"invalid"}]}""", "Bad Request", "Code", "generic_error"),
        Unknown(404, """{"message":"Nope","documentation_url":"https://d.example"}""", "Nope", "https://d.example", "not_found"),
        Unknown(503, """{"message":"Later"}""", "Later", "Later", "temporarily_unavailable"),
        Row(200, "", """{"message":"Hello","code":7}""", new() { Read = false }),
        Row(200, "", """[{"message":"Hello"}]""", new() { Read = false }),
        Row(400, "", """{"x":{"y":1}}""", new() { Read = false }),

        // A success stays one.
        Callback("?title=Welcome&code=abc&state=s", new() { Read = false }),
        Callback("?message=Hi&error_description=&code=abc&state=s", new() { Read = false }),
        Callback("?title=a&title=b", new() { Read = false, ReasonHas = "no error" }),
        Callback("?type=a&type=b&error=login_required", new() { Code = "login_required" }),
        Callback("?denied=TOKEN", new() { Read = false }),

        // The peer said when to come back: whatever the code is, that makes it transient.
        Row(403, "Retry-After: 5", """{"error":"access_denied"}""", new() { Code = "access_denied", Transient = true, RetryAfter = 5 }),
        Row(408, "Retry-After: 5", """{"error":"timeout"}""", new() { Code = "timeout", Transient = true, RetryAfter = 5 }),
        Row(425, "Retry-After: 1", """{"message":"Too early"}""", new() { Transient = true, RetryAfter = 1 }),
        Row(400, "Retry-After: 0", """{"error":"anything"}""", new() { Code = "anything", Transient = true, RetryAfter = 0 }),
        Row(400, "Retry-After: soon", """{"error":"anything"}""", new() { Code = "anything", Transient = false }),
        Row(400, "Retry-After: 0.5", """{"error":"anything"}""", new() { Code = "anything", Transient = false }),
        Row(503, "Retry-After:  60 ", """{"error":"anything"}""", new() { Code = "anything", Transient = true, RetryAfter = 60 }),

        // A problem by its type; nothing vanishes (RFC 9457 §3.1, §4.2.1).
        Row(403, Problem, """{"type":"urn:example:no-credit","title":"No credit","instance":"/a/1"}""", new() { Code = "forbidden", Text = "No credit", Has = ["urn:example:no-credit", "/a/1"] }),
        Row(403, Problem, """{"type":"https://e.example/p/no-credit","detail":"Buy some","balance":3}""", new() { Text = "Buy some", Has = ["https://e.example/p/no-credit", "balance"] }),
        Row(410, Problem, """{"title":"It left"}""", new() { Text = "It left", Status = 410 }),
        Row(410, Problem, """{"type":"about:blank","title":"It left","status":410}""", new() { Text = "It left" }),
        Row(404, Problem, """{"type":"about:blank","title":"Not Found","status":404}""", new() { Code = "not_found" }),
        Row(409, Problem, """{"type":"/relative","title":"Twice"}""", new() { Code = "conflict", Text = "Twice", Has = ["/relative"] }),
        Row(422, Problem, """{"code":17,"detail":"Wrong"}""", new() { Code = "unprocessable_entity", Text = "Wrong", Has = ["17"] }),

        // True reasons.
        Row(400, "Content-Encoding: gzip", "\u001f\u008b\u0008", new() { Read = false, ReasonHas = "gzip" }),
        Row(400, "Content-Encoding: BR", "\u0001\u0002", new() { Read = false, ReasonHas = "br" }),
        Row(400, "Content-Encoding: my-own", "\u0001\u0002", new() { Read = false, ReasonHas = "not JSON" }),
        Row(502, "Content-Type: text/html", "<html>Bad gateway</html>", new() { Read = false, ReasonHas = "HTML" }),
        Row(502, "", "Bad gateway", new() { Read = false, ReasonHas = "not JSON" }),
        Row(400, "Content-Type: text/plain", """{"error":"invalid_request"}""", new() { Code = "invalid_request" }),
        Row(401, "Content-Type: application/xml", """{"error":"invalid_token"}""", new() { Code = "invalid_token" }),
        Row(500, "", "[]", new() { Read = false, ReasonHas = "no error" }),
        Row(500, "", "[1,2]", new() { Read = false, ReasonHas = "no error" }),

        // More that only one peer says (RFC 6749 §5.2, RFC 9207 §2, RFC 9470 §3, RFC 9449 §8).
        Row(400, "", """{"error":"invalid_grant","error_description":"Old","error_uri":"https://d.example/e","error_codes":[50173],"correlation_id":"c-7"}""", new() { Code = "invalid_grant", Text = "Old", Has = ["https://d.example/e", "50173", "c-7"] }),
        Row(401, "x-request-id: R1", """{"error":{"code":"Expired","message":"Too old","innerError":{"date":"today"}}}""", new() { Code = "invalid_token", Text = "Too old", Has = ["R1", "today", "Expired"] }),
        Callback("?error=access_denied&error_description=No&error_uri=https%3A%2F%2Fd.example%2Fe&state=s&session_state=q", new() { Code = "access_denied", Has = ["https://d.example/e", "session_state=q"] }),
        Callback("#error=login_required&state=a%20b&extra=%C3%BC", new() { Code = "login_required", Has = ["extra=ü", "a b"] }),
        Callback("?error=temporarily_unavailable&retry_after=30", new() { Code = "temporarily_unavailable", Transient = true, Has = ["retry_after=30"] }),
        Callback("?error=invalid_scope&error=invalid_scope", new() { Read = false, ReasonHas = "more than once" }),
        Row(401, "WWW-Authenticate: DPoP error=\"use_dpop_nonce\", algs=\"ES256\"\nWWW-Authenticate: Bearer realm=\"x\"\nDPoP-Nonce: n-1", "", new() { Code = "use_dpop_nonce", Has = ["algs=ES256", "realm=x"] }),
        Row(401, "WWW-Authenticate: Bearer error=\"insufficient_user_authentication\", acr_values=\"gold\", max_age=\"60\"", "", new() { Code = "insufficient_user_authentication", Has = ["acr_values=gold", "max_age=60"] }),
        Row(403, "WWW-Authenticate: Bearer error=\"insufficient_scope\", scope=\"a b\"", """{"message":"More, please"}""", new() { Code = "insufficient_scope", Text = "More, please", Has = ["a"] }),
        Row(401, "WWW-Authenticate: Negotiate YWJj, Bearer error=\"invalid_token\"", "", new() { Code = "invalid_token" }),
        Row(401, "www-authenticate: bearer ERROR=\"invalid_token\"", "", new() { Code = "invalid_token" }),
        Row(401, "WWW-Authenticate: Bearer error=\"invalid_token\",,, error_description=\"a, \\\"b\\\" c\"", "", new() { Code = "invalid_token", Text = "a, \"b\" c" }),
        Row(401, "WWW-Authenticate: Bearer", "", new() { Read = false }),
        Row(400, "WWW-Authenticate: Bearer scope=\"a\"", "", new() { Read = false }),
        Row(401, "WWW-Authenticate: Bearer error=invalid_token error_description=Old", "", new() { Code = "invalid_token" }),

        // More denials and forms.
        Callback("?error=user_cancelled&state=s", new() { Code = "user_cancelled" }),
        Callback("?error=access_denied&error_subcode=cancel", new() { Code = "access_denied", Has = ["error_subcode=cancel"] }),
        Row(500, Form, "error=server_error&error_description=Oops", new() { Code = "server_error", Status = 500, Text = "Oops", Transient = true }),
        Row(429, Form + "\nRetry-After: 4", "error=rate_limit", new() { Code = "rate_limit", Status = 429, Transient = true, RetryAfter = 4 }),
        Row(400, Form, "error=invalid_scope&scope=a+b&state=s-2", new() { Code = "invalid_scope", Has = ["s-2", "a"] }),
        Row(200, Form, "oauth_token=a&oauth_token_secret=b&oauth_callback_confirmed=true", new() { Read = false }),

        // More texts that stand somewhere else.
        Row(502, "", """{"error":"Bad Gateway","message":"Upstream"}""", new() { Text = "Upstream", Transient = true, Status = 502 }),
        Row(504, "", """{"error":"Gateway Timeout"}""", new() { Transient = true, Status = 504 }),
        Row(405, "", """{"error":"Method Not Allowed","message":"POST only"}""", new() { Text = "POST only", Status = 405 }),
        Row(400, "", """{"error":"invalid_request","message":"Second","error_description":"First"}""", new() { Code = "invalid_request", Text = "First" }),
        Row(400, "", """{"error":"invalid_request","message":"Only"}""", new() { Code = "invalid_request", Text = "Only" }),
        Row(400, "", """{"error":"invalid_request","error_description":null,"message":"Only"}""", new() { Code = "invalid_request", Text = "Only" }),
        Row(403, "", """{"error":"no such plan","message":"Buy one"}""", new() { Text = "Buy one", Status = 403, Has = ["no such plan"] }),

        // More shapes that nobody knows: frameworks, gateways and providers without a statement.
        Row(401, "", """{"detail":"Not logged in"}""", new() { Code = "invalid_token", Text = "Not logged in" }),
        Unknown(422, """{"detail":[{"loc":["body","code"],"msg":"Missing field","type":"missing"}]}""", "Missing field", "missing", "unprocessable_entity"),
        Unknown(422, """{"message":"Some are wrong","errors":{"email":["Taken"]}}""", "Some are wrong", "Taken", "unprocessable_entity"),
        Unknown(400, """{"errors":[{"message":"Denied","extensions":{"code":"UNAUTHENTICATED"}}]}""", "Denied", "UNAUTHENTICATED", "generic_error"),
        Unknown(401, """{"error":{"errors":[{"domain":"global","reason":"authError","message":"Bad"}],"code":401,"message":"Bad key"}}""", "Bad key", "authError", "invalid_token"),
        Unknown(400, """{"__type":"NotAuthorizedException","message":"Refresh token is old"}""", "Refresh token is old", "NotAuthorizedException", "generic_error"),
        Unknown(400, """{"errcode":40029,"errmsg":"wrong code"}""", "wrong code", "40029", "generic_error"),
        Unknown(401, """{"type":"error","error":{"message":"Token is old"}}""", "Token is old", "Token is old", "invalid_token"),
        Unknown(400, """{"errorMessages":["No such thing"],"errors":{}}""", "No such thing", "No such thing", "generic_error"),
        Unknown(400, """{"error":{"type":"invalid_request_error","code":"resource_missing","message":"No such id","param":"id"}}""", "No such id", "resource_missing", "generic_error"),
        Unknown(401, """{"error_summary":"expired_access_token/..","error":{".tag":"expired_access_token"}}""", "expired_access_token/..", "expired_access_token", "invalid_token"),
        Row(401, "", """{"code":20003,"detail":"Look there","message":"Who are you","status":401}""", new() { Status = 401, Text = "Look there", Has = ["20003", "Who are you"] }),
        Unknown(401, """{"object":"error","status":401,"code":"unauthorized","message":"Key is wrong"}""", "Key is wrong", "unauthorized", "invalid_token"),
        Unknown(401, """{"errorCode":"AUTHORIZATION_INVALID_TOKEN","message":"Old token"}""", "Old token", "AUTHORIZATION_INVALID_TOKEN", "invalid_token"),
        Row(401, "", """{"Type":null,"Title":"Unauthorized","Status":401,"Detail":"TokenExpired: yesterday"}""", new() { Read = false }),
        Row(500, "", """{"Message":"It broke"}""", new() { Read = false }),
        Unknown(401, """{"fault":{"faultstring":"Invalid access token","detail":{"errorcode":"keymanagement.service.invalid_access_token"}}}""", "Invalid access token", "keymanagement", "invalid_token"),
        Unknown(403, """{"meta":{"code":403,"error_type":"OAuthAccessTokenError","error_message":"Private"}}""", "Private", "OAuthAccessTokenError", "forbidden"),
        Unknown(401, """{"meta":{"errorType":"invalid_auth","errorDetail":"Token is bad","code":401}}""", "Token is bad", "invalid_auth", "invalid_token"),
        Unknown(400, """{"success":false,"data":{"error":"Wrong app"}}""", "Wrong app", "Wrong app", "generic_error"),
        Unknown(401, """{"response-code":401,"developer-message":"Bad token for them","user-message":"Bad token for you","error-code":9017}""", "Bad token for", "9017", "invalid_token"),
        Unknown(401, """{"request_token":"","error":{"code":"1004","text":"Signed wrongly"}}""", "Signed wrongly", "1004", "invalid_token"),
        Unknown(429, """{"message":"API rate limit exceeded"}""", "API rate limit", "API rate limit", "rate_limited"),
        Row(200, "", """{"detail":"Hello"}""", new() { Read = false }),
        Row(200, "", """{"data":{"error":"Hello"}}""", new() { Read = false }),

        // More successes, delays, problems and reasons.
        Callback("?code=abc&state=s&scope=read&authuser=0&prompt=consent", new() { Read = false }),
        Callback("?oauth_token=a&oauth_verifier=b", new() { Read = false }),
        Callback("#access_token=a&token_type=bearer&state=s", new() { Read = false }),
        Callback("?code=abc&state=s&iss=https%3A%2F%2Fas.example&error=", new() { Read = false }),
        Row(404, "Retry-After: 2", """{"message":"Not there yet"}""", new() { Transient = true, RetryAfter = 2 }),
        Row(500, "Retry-After: -1", """{"error":"server_error"}""", new() { Code = "server_error", Transient = true }),
        Row(403, Problem, """{"type":"tag:e.example,2026:quota","title":"Quota","detail":"Used up","errors":[{"pointer":"#/a"}]}""", new() { Code = "forbidden", Text = "Used up", Has = ["tag:e.example,2026:quota", "#/a"] }),
        Row(503, Problem + "\nRetry-After: 8", """{"title":"Closed"}""", new() { Text = "Closed", Transient = true, RetryAfter = 8 }),
        Row(401, "Content-Encoding: deflate", "\u0078\u009c", new() { Read = false, ReasonHas = "deflate" }),
        Row(404, "Content-Type: text/html; charset=utf-8", "<!doctype html><title>Not found</title>", new() { Read = false, ReasonHas = "HTML" }),
        Row(500, "", "null", new() { Read = false }),
        Row(500, "", "\"text\"", new() { Read = false }),
    ];

    private static (string Id, ProviderMessage Message, ProviderWant Want) Row(int status, string headers, string body, ProviderWant want) =>
        ($"{status} {headers} {body}", ProviderMessage.Response(status, headers, body), want);

    private static (string Id, ProviderMessage Message, ProviderWant Want) Callback(string query, ProviderWant want) =>
        (query, ProviderMessage.Callback(Cb + query), want);

    private static (string Id, ProviderMessage Message, ProviderWant Want) Unknown(int status, string body, string text, string has, string code) =>
        Row(status, "", body, new ProviderWant { Code = code, Status = status, Text = text, Has = [has], NotDialect = Claimed });
}
