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
    ];

    private static (string Id, ProviderMessage Message, ProviderWant Want) Row(int status, string headers, string body, ProviderWant want) =>
        ($"{status} {headers} {body}", ProviderMessage.Response(status, headers, body), want);

    private static (string Id, ProviderMessage Message, ProviderWant Want) Callback(string query, ProviderWant want) =>
        (query, ProviderMessage.Callback(Cb + query), want);

    private static (string Id, ProviderMessage Message, ProviderWant Want) Unknown(int status, string body, string text, string has, string code) =>
        Row(status, "", body, new ProviderWant { Code = code, Status = status, Text = text, Has = [has], NotDialect = Claimed });
}
