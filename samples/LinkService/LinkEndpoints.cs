using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.WebUtilities;

namespace LinkService;

/// <summary>The two ends of a link flow: away to the provider, and back from it.</summary>
internal static class LinkEndpoints
{
    private const string Provider = "Stand-in";

    /// <summary>Sends the browser to the provider, with the client's request inside the protected state.</summary>
    public static async Task<IResult> StartAsync(HttpContext context, LinkFlowFactory flows, ILinkStateProtector protector)
    {
        LinkFlowRequest request = new()
        {
            ClientId = context.Request.Query["client_id"],
            RedirectUri = context.Request.Query["redirect_uri"],
            State = context.Request.Query["state"],
        };
        LinkFlow flow = await flows.CreateAsync(request, context.RequestAborted) ?? throw new InvalidClientException();
        if (flow.Target is null)
        {
            throw new InvalidRedirectUriException();
        }

        return Results.Redirect(QueryHelpers.AddQueryString("/provider/authorize", new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["redirect_uri"] = "/link/callback",
            ["state"] = protector.Protect(request),
        }));
    }

    /// <summary>Takes the browser back. Whatever is thrown here reaches the client that began, with its own state.</summary>
    public static async Task<IResult> FinishAsync(HttpContext context, LinkFlowFactory flows, ILinkStateProtector protector, string? state, string? code, string? error)
    {
        LinkFlowRequest request = protector.Unprotect(state);
        LinkFlow? flow = await flows.CreateAsync(request, context.RequestAborted);
        context.SetLinkFlow(flow);
        switch (error ?? code)
        {
            case "access_denied":
                throw new UserCancelledException { Provider = Provider };
            case "expired":
                throw new InvalidGrantException("The provider refused the code.");
            case null:
                throw new CallbackCodeMissingException();
            case not null when error is not null:
                throw new ProviderErrorException("The provider sent an error of its own.") { Provider = Provider };
        }

        if (flow?.Target is not { } target)
        {
            return Results.Text("Linked. You can close this window.");
        }

        return Results.Redirect(QueryHelpers.AddQueryString(target.Uri, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["state"] = flow.State,
            ["code"] = code,
        }));
    }
}
