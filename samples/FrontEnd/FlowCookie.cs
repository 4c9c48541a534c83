namespace FrontEnd;

/// <summary>Which attempt this browser began: an answer with another state is not its own.</summary>
internal static class FlowCookie
{
    private const string Name = "front-end-flow";

    public static void Write(HttpContext context, string token, string state) =>
        context.Response.Cookies.Append(Name, $"{state}.{token}", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax });

    public static (string? State, string? Token) Read(HttpContext context) =>
        context.Request.Cookies[Name]?.Split('.', 2) is [var state, var token] ? (state, token) : (null, null);
}
