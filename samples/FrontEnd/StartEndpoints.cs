using LinkErrors;
using Microsoft.AspNetCore.WebUtilities;

namespace FrontEnd;

/// <summary>Where a link begins: the server asks for a link token, and the browser goes to LinkService with it.</summary>
internal static class StartEndpoints
{
    private const string UserCookie = "front-end-user";

    public static IResult Show(HttpContext context, ServiceAddress service)
    {
        FindUser(context);
        return Results.Content(FrontEndPages.Start(service.Uri), FrontEndPages.ContentType);
    }

    public static Task<IResult> StartAsync(HttpContext context, ServiceClient service, ServiceAddress address, string way, string? mode, string? token) => TryAsync(async () =>
    {
        // Who uses a token again gets its own state back.
        string state = (token is { Length: > 20 } ? FlowCookie.Read(context).State : null) ?? Guid.NewGuid().ToString("N");
        string linkToken = token switch
        {
            "garbage" => "not-a-token",
            { Length: > 20 } used => used,
            _ => await IssueAsync(context, service, state, mode, token == "expired" ? 0 : 900),
        };
        FlowCookie.Write(context, linkToken, state);
        return Results.Redirect(QueryHelpers.AddQueryString($"{address.Uri}/link{(way == "choose" ? "" : "/" + way)}", "token", linkToken));
    });

    public static Task<IResult> LinkByPasswordAsync(HttpContext context, ServiceClient service) => TryAsync(async () =>
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string linkToken = await IssueAsync(context, service, state: null, mode: null, lifetime: 900);
        string connection = await service.LinkAsync(
            "/link/password", new { token = linkToken, username = form["username"].ToString(), password = form["password"].ToString(), code = form["code"].ToString() }, context.RequestAborted);
        return FrontEndPages.ShowSuccess(connection, linkToken, "JSON");
    });

    public static Task<IResult> LinkByEmailAsync(HttpContext context, ServiceClient service) => TryAsync(async () =>
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string linkToken = await IssueAsync(context, service, state: null, mode: null, lifetime: 900);
        string connection = await service.LinkAsync(
            "/link/email", new { token = linkToken, email = form["email"].ToString(), region = form["region"].ToString() }, context.RequestAborted);
        return FrontEndPages.ShowSuccess(connection, linkToken, "JSON");
    });

    private static async Task<IResult> TryAsync(Func<Task<IResult>> work)
    {
        try
        {
            return await work();
        }
        catch (LinkException exception)
        {
            return FrontEndPages.ShowError(exception.Error, "JSON");
        }
        catch (HttpRequestException)
        {
            return FrontEndPages.ShowError(new LinkError(LinkErrorDefinitions.TemporarilyUnavailable), "nothing");
        }
    }

    private static Task<string> IssueAsync(HttpContext context, ServiceClient service, string? state, string? mode, int lifetime) => service.IssueTokenAsync(
        new
        {
            client_id = "front-end",
            redirect_uri = $"{context.Request.Scheme}://{context.Request.Host}/callback",
            state,
            response_mode = string.IsNullOrEmpty(mode) ? null : mode,
            user_id = FindUser(context),
            expires_in = lifetime,
        },
        context.RequestAborted);

    /// <summary>Who is signed in here; a real application knows that already.</summary>
    private static string FindUser(HttpContext context)
    {
        if (context.Request.Cookies[UserCookie] is { Length: > 0 } known)
        {
            return known;
        }

        string user = Guid.NewGuid().ToString("N");
        context.Response.Cookies.Append(UserCookie, user, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax });
        return user;
    }
}
