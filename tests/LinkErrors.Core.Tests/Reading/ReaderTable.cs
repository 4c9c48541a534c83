namespace LinkErrors.Core.Tests.Reading;

/// <summary>The project's own table: what peers send, and what becomes of it.</summary>
internal static class ReaderTable
{
    private const string Cb = "https://app.example/cb";
    private const string Problem = "Content-Type: application/problem+json";

    public static IReadOnlyList<ReaderRow> Callbacks { get; } =
    [
        // Junction: state and error_type decide.
        new(Cb + "?state=error&error_type=token_expired&error=The%20link%20token%20has%20expired.", "link_token_expired", "junction"),
        new(Cb + "?error=Cancelled&error_type=user_cancelled&state=error", "user_cancelled", "junction"),
        new(Cb + "?state=error&error_type=some_future_type&error=x", "some_future_type", "junction"),
        new(Cb + "?state=error&error_type=invalid_token", "link_token_invalid", "junction"),
        new(Cb + "?state=success", "!NoError"),
        new(Cb + "?state=success&error_type=token_expired", "!NoError"),
        new(Cb + "?state=error", "!NoError"),
        new(Cb + "?state=error&error=access_denied", "access_denied", "oauth"),
        new(Cb + "?state=error&error=The%20token%20expired", "generic_error", "junction", Given: "junction"),

        // OAuth, and what it shares with others.
        new(Cb + "?error=access_denied&state=xyz", "access_denied", "oauth"),
        new(Cb + "?error=access_denied&error_description=No&error_uri=https%3A%2F%2Fe.example%2F&state=xyz&iss=https%3A%2F%2Fas.example", "access_denied", "oauth"),
        new(Cb + "#error=access_denied&state=xyz", "access_denied", "oauth"),
        new(Cb + "?tenant=1#error=login_required", "login_required", "oauth"),
        new("/cb?error=server_error", "server_error", "oauth"),
        new("?error=server_error", "server_error", "oauth"),
        new("com.example.app:/cb?error=invalid_scope", "invalid_scope", "oauth"),
        new("http://127.0.0.1:49152/?error=temporarily_unavailable", "temporarily_unavailable", "oauth"),
        new(Cb + "?error=custom_error", "custom_error", "oauth"),
        new(Cb + "?error=not%20a%20code", "generic_error", "oauth"),
        new(Cb + "?error=invalid_request&error_description=Token+expired", "link_token_expired", "zapier"),
        new(Cb + "?error=invalid_request&error_description=Token%20expired&state=xyz", "link_token_expired", "zapier"),
        new(Cb + "?error=server_error&error_description=OAuth%20Failed%3A%20nope", "provider_error", "zapier"),
        new(Cb + "?error=invalid_request&error_description=Token%20expired", "invalid_request", "oauth", Given: "oauth"),
        new(Cb + "?error=invalid_request&error_description=Something%20else", "invalid_request", "oauth"),
        new(Cb + "?error=invalid_request&error_description=Something%20else", "invalid_request", "loop", Given: "loop"),

        // CentralAuth: camelCase, or error_message alone.
        new(Cb + "?error=sessionExpired&error_description=x&state=s", "session_expired", "centralauth"),
        new(Cb + "?error=tokenInvalid", "invalid_token", "centralauth"),
        new(Cb + "?error=someFutureCode", "someFutureCode", "oauth"),
        new(Cb + "?error=someFutureCode", "some_future_code", "centralauth", Given: "centralauth"),
        new(Cb + "?error_message=Wrong%20password", "generic_error", "centralauth"),
        new(Cb + "?error_description=Only%20this", "generic_error", "centralauth"),

        // ORCID Link: a code alone is a success.
        new("https://ci.kbase.us?code=link.orcid_error&title=ORCID%20Error%20Linking&message=x#orcidlink/error", "provider_error", "orcidlink"),
        new("https://ci.kbase.us?code=orcid-invalid-token&title=t", "provider_token_rejected", "orcidlink"),
        new("https://ci.kbase.us?code=notFound&message=m", "not_found", "orcidlink"),
        new(Cb + "?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz", "!NoError"),
        new(Cb + "?title=Connect&code=SplxlOBeZQQYbYS6WxSbIA&state=xyz", "!NoError"),
        new(Cb + "?message=Done&code=SplxlOBeZQQYbYS6WxSbIA&state=xyz", "!NoError"),
        new(Cb + "?error_description=&error_message=Done&code=abc&state=xyz", "!NoError"),
        new(Cb + "?kind=a&error=access_denied&kind=b&type=a&type=b&state=xyz", "access_denied", "oauth"),

        // Nothing, twice, or broken.
        new("", "!NoError"),
        new("not a url", "!NoError"),
        new(Cb, "!NoError"),
        new(Cb + "?", "!NoError"),
        new(Cb + "#", "!NoError"),
        new(Cb + "?&&&=&=x&", "!NoError"),
        new(Cb + "?error=", "!NoError"),
        new(Cb + "?Error=access_denied", "!NoError"),
        new(Cb + "?error=a&error=a", "!Ambiguous"),
        new(Cb + "?error=a&error=b", "!Ambiguous"),
        new(Cb + "?error=a&state=1&state=2", "!Ambiguous"),
        new(Cb + "?error=a&%65rror=b", "!Ambiguous"),
        new(Cb + "?code=1&code=2", "!Ambiguous"),
        new(Cb + "?error=a#error=b", "!Ambiguous"),
        new(Cb + "?tag=1&tag=2&error=access_denied", "access_denied", "oauth"),
        new(Cb + "?error=%", "generic_error", "oauth"),
        new(Cb + "?error=%zz%", "generic_error", "oauth"),
        new(Cb + "?error=%00", "generic_error", "oauth"),
        new(Cb + "?error=%ff%fe", "generic_error", "oauth"),
        new(Cb + "?error=%ED%A0%80", "generic_error", "oauth"),
        new(Cb + "?error=\ud800", "generic_error", "oauth"),
        new(Cb + "?error=access_denied&error_uri=javascript%3Aalert(1)", "access_denied", "oauth"),
        new(Cb + "?x=1?error=access_denied", "!NoError"),
        new(Cb + "?a=b;error=access_denied", "!NoError"),
        new(Cb + "?error=" + new string('a', 101), "generic_error", "oauth"),
        new(Cb + "?error=a&x=" + new string('a', 70_000), "!TooLarge"),
    ];

    public static IReadOnlyList<ReaderRow> Responses { get; } =
    [
        // RFC 6749 §5.2 and what shares its names.
        new("""{"error":"invalid_grant"}""", "invalid_grant", "oauth", 400),
        new("""{"error":"invalid_grant","error_description":"x","error_uri":"https://e.example"}""", "invalid_grant", "oauth", 400),
        new("""{"error":"invalid_grant"}""", "invalid_grant", "oauth", 200),
        new("""{"error":"invalid_request","error_description":"Token expired"}""", "link_token_expired", "zapier", 400),
        new("""{"error":"invalid_request","error_description":"?"}""", "invalid_request", "oauth", 404),
        new("""{"error":"invalid_request","error_description":"?"}""", "link_token_missing", "zapier", 404, Given: "zapier"),
        new("""{"error":"rate_limited"}""", "rate_limited", "oauth", 429),
        new("""{"error":"sessionExpired"}""", "sessionExpired", "oauth", 400),
        new(" \r\n\t{\"error\":\"invalid_grant\"}\n", "invalid_grant", "oauth", 400),
        new("error=invalid_grant&error_description=x", "invalid_grant", "oauth", 400, "Content-Type: application/x-www-form-urlencoded"),
        new("error=invalid_grant", "!NotJson", null, 400, "Content-Type: text/plain"),

        // Junction's 200.
        new("""{"state":"error","error_type":"token_expired","error":"x"}""", "link_token_expired", "junction", 200),
        new("""{"state":"error","error":"Only prose"}""", "generic_error", "junction", 200),
        new("""{"state":"success","user":"x"}""", "!NoError", null, 200),
        new("""{"state":"pending_provider_mfa"}""", "!NoError", null, 200),

        // CentralAuth.
        new("""{"errorCode":"sessionExpired","message":"x"}""", "session_expired", "centralauth", 401),
        new("""{"message":"Something broke"}""", "server_error", "unknown", 500),
        new("""{"message":"Too many"}""", "rate_limited", "unknown", 429),
        new("""{"message":"No","documentation_url":"https://e.example/rest"}""", "invalid_token", "unknown", 401),
        new("""{"status":401,"code":"REVOKED","message":"No"}""", "invalid_token", "unknown", 401),
        new("""{"errorCode":"E0000011","errorSummary":"No","errorId":"x"}""", "invalid_token", "unknown", 401),
        new("""{"errorCode":"INVALID_SESSION","message":"No"}""", "forbidden", "unknown", 403),
        new("""{"errorCode":"forbidden","message":"x"}""", "forbidden", "centralauth", 403),
        new("""{"statusCode":401,"error":"Unauthorized","message":"No","errorCode":"invalid_token"}""", "invalid_token", "oauth", 401),
        new("""{"status":404,"error":"not found","message":"No"}""", "not_found", "oauth", 404),
        new("""{"error":"HTTP 409 Conflict"}""", "conflict", "oauth", 409),
        new("""{"message":"Welcome"}""", "!NoError", null, 200),

        // ORCID Link, RFC 9457, and a body that fits both.
        new("""{"code":"notFound","title":"Not found","message":"x"}""", "not_found", "orcidlink", 404),
        new("""{"code":"orcid-invalid-token","title":"t","message":"x","data":{"a":1}}""", "provider_token_rejected", "orcidlink", 401),
        new("""{"type":"about:blank","title":"Not Found","status":404,"detail":"x","code":"not_found"}""", "not_found", "problem-details", 404, Problem),
        new("""{"type":"about:blank","title":"Not Found","status":404}""", "not_found", "problem-details", 404),
        new("""{"title":"Conflict","status":409}""", "conflict", "problem-details", 409),
        new("""{"detail":"x"}""", "generic_error", "problem-details", 400),
        new("""{"code":"duplicate_connection","title":"t","detail":"d"}""", "duplicate_connection", "problem-details", 409),
        new("""{"code":"notFound","title":"t","message":"m","type":"about:blank"}""", "notFound", "problem-details", 404),
        new("""{"error":"a","errorCode":"sessionExpired","message":"m"}""", "session_expired", "centralauth", 400),
        new("""{"error":"invalid_grant","code":"x","title":"t","message":"m"}""", "invalid_grant", "oauth", 400),
        new("""{"state":"error","error":"x","errorCode":"y"}""", "generic_error", "junction", 200),
        new("{}", "!NoError", null, 500, Problem),

        // RFC 6750 §3: the challenge, whatever the body is.
        new("", "invalid_token", "oauth", 401, "WWW-Authenticate: Bearer error=\"invalid_token\""),
        new("<html></html>", "insufficient_scope", "oauth", 403, "WWW-Authenticate: Bearer realm=\"r\", error=\"insufficient_scope\", scope=\"a b\""),
        new("", "invalid_token", "oauth", 401, "WWW-Authenticate: Basic realm=\"x\"\nwww-authenticate: DPoP error=invalid_token"),
        new("", "invalid_token", "oauth", 401, "WWW-Authenticate: NTLM, Negotiate abc==, bearer ERROR = \"invalid_token\" , "),
        new("", "insufficient_claims", "oauth", 401, "WWW-Authenticate: Bearer realm=\"\", authorization_uri=https://as.example/common/authorize, client_id=\"1\", error=\"insufficient_claims\""),
        new("", "insufficient_scope", "oauth", 403, "WWW-Authenticate: Bearer scope=read:user, error=insufficient_scope"),
        new("", "invalid_token", "oauth", 401, "WWW-Authenticate: Bearer error=\"invalid_token\" error_description=\"expired\""),
        new("", "invalid_token", "oauth", 401, "WWW-Authenticate: Bearer scope=\"a\", error=, realm=\"x\""),
        new("", "!NoError", null, 401, "WWW-Authenticate: Bearer realm=\"x\""),
        new("", "!NoError", null, 401, "WWW-Authenticate: error=\"invalid_token\""),
        new("", "!NoError", null, 401, "WWW-Authenticate: Bearer error=\"unclosed"),
        new("{", "invalid_token", "oauth", 401, "WWW-Authenticate: Bearer error=\"invalid_token\""),

        // A redirect that nobody followed.
        new("", "access_denied", "oauth", 302, "Location: https://app.example/cb?error=access_denied"),
        new("", "link_token_expired", "junction", 307, "Location: /cb?state=error&error_type=token_expired&error=x"),
        new("", "!NoError", null, 302, "Location: /login"),
        new("", "!NoError", null, 302),

        // No error, or none that can be read.
        new("""{"access_token":"x","token_type":"Bearer"}""", "!NoError", null, 200),
        new("""{"ErrorCode":"x","ErrorDescription":"y"}""", "!NoError", null, 400),
        new("""{"error":{"message":"m","code":100}}""", "generic_error", "unknown", 400),
        new("""{"error":null}""", "!NoError", null, 400),
        new("""{"error":""}""", "!NoError", null, 400),
        new("""{"error":1,"error_description":true}""", "generic_error", "unknown", 400),
        new("""{"error":"a","error":"b"}""", "!Ambiguous", null, 400),
        new("""{"error":"a","err\u006fr":"a"}""", "!Ambiguous", null, 400),
        new("""{"err\u006fr":"a","error":"a"}""", "!Ambiguous", null, 400),
        new("""{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"error":"a","error":"b"}""", "!Ambiguous", null, 400),
        new("""{"error":"invalid_grant","x":1,"x":2}""", "invalid_grant", "oauth", 400),
        new("", "!NoError", null, 500),
        new("null", "!NotJson", null, 500),
        new("[]", "!NoError", null, 500),
        new("""[{"error":"invalid_grant"}]""", "invalid_grant", "unknown", 400),
        new("""{"error":"invalid_grant" """, "!NotJson", null, 400),
        new("""{"error":"invalid_gr""", "!NotJson", null, 400),
        new("""{'error':'invalid_grant'}""", "!NotJson", null, 400),
        new("""{"error":"invalid_grant",}""", "!NotJson", null, 400),
        new("""{"error":"invalid_grant"} trailing""", "!NotJson", null, 400),
        new("<!DOCTYPE html><title>502</title>", "!NotJson", null, 502, "Content-Type: text/html"),
        new("<html>{\"error\":\"x\"}</html>", "!NotJson", null, 502, "Content-Type: application/json"),
        new("""{"error":"invalid_grant"}""", "invalid_grant", "oauth", 400, "Content-Type: text/html"),
        new("""{"error":"\ud800"}""", "generic_error", "oauth", 400),
        new("""{"error":"a","error_description":"\udc00\ud800"}""", "a", "oauth", 400),
        new("""{"error":"invalid_grant","x":""" + new string('[', 100) + new string(']', 100) + "}", "!NotJson", null, 400),
        new("""{"x":""" + new string('[', 60_000), "!NotJson", null, 400),
        new("""{"error":"invalid_grant","x":" """ + new string('a', 70_000) + "\"}", "!TooLarge", null, 400),
        new("""{"error":"invalid_grant"}""", "invalid_grant", "oauth", 0 + 999),
        new("""{"error":"invalid_grant"}""", "invalid_grant", "oauth", -1),
        new("""{"errorCode":"sessionExpired"}""", "!NoError", null, 400, Given: "oauth"),
        new("""{"error":"invalid_grant"}""", "!NoError", null, 400, Given: "centralauth"),
    ];
}
