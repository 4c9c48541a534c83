using System.Collections.Concurrent;
using LinkErrors.Diagnostics;
using LinkErrors.Dialects;
using LinkErrors.Flows;
using LinkErrors.Metadata;
using LinkErrors.Pages;
using LinkErrors.Redirects;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Responses;

/// <summary>The one place that decides how an error is answered: dialect, target, delivery and status.</summary>
internal sealed class LinkErrorPlanner(
    LinkErrorDialectRegistry dialects, LinkFlowResolver flows, CatalogAddress catalog, LinkErrorPageContextFactory pages, ILogger<LinkErrorPlanner> logger)
{
    private const int MaximumUnknownDialects = 100;

    private readonly ConcurrentDictionary<string, bool> _unknownDialects = new(StringComparer.Ordinal);

    /// <summary>Finds who is linking, where that matters, and plans the answer.</summary>
    public ValueTask<LinkErrorPlan> PlanAsync(LinkErrorOccurrence occurrence)
    {
        HttpContext context = occurrence.HttpContext;
        ValueTask<LinkFlow> search = UsesFlow(occurrence)
            ? flows.ResolveAsync(context, RequestForm.CanMatter(context, occurrence.Error.StatusCode))
            : ValueTask.FromResult(LinkFlow.None);
        return search.IsCompletedSuccessfully ? ValueTask.FromResult(Plan(occurrence, search.Result)) : AwaitAsync(occurrence, search);
    }

    /// <summary>Plans the answer for a flow that is known already.</summary>
    public LinkErrorPlan Plan(LinkErrorOccurrence occurrence, LinkFlow flow)
    {
        (HttpContext context, LinkErrorsSettings settings, LinkEndpoint endpoint) = (occurrence.HttpContext, occurrence.Settings, occurrence.Endpoint);
        LinkErrorDialect dialect = ChooseDialect(endpoint.Dialect ?? flow.Dialect, settings);
        RedirectTarget? target = ChooseTarget(occurrence.Error, flow, dialect, settings);
        LinkErrorDelivery delivery = ChooseDelivery(context.Request, endpoint.Kind, target, flow);
        bool isAhead = delivery is not (LinkErrorDelivery.Json or LinkErrorDelivery.Html) && ClientPreferences.IsAhead(context.Request);
        LinkError complete = Complete(occurrence.Error, flow, target, delivery, settings, context);
        LinkErrorWriteContext writeContext = Localize(CreateWriteContext(occurrence, delivery), complete, flow, delivery, settings, context);
        return new LinkErrorPlan
        {
            Occurrence = occurrence,
            Error = complete,
            Dialect = dialect,
            WriteContext = writeContext,
            Delivery = delivery,
            Flow = flow,
            Target = target,
            IsAhead = isAhead,
            StatusCode = isAhead ? StatusCodes.Status400BadRequest : ChooseStatus(context.Request, delivery, complete, dialect, writeContext, settings),
        };
    }

    private async ValueTask<LinkErrorPlan> AwaitAsync(LinkErrorOccurrence occurrence, ValueTask<LinkFlow> search) =>
        Plan(occurrence, await search.ConfigureAwait(false));

    /// <summary>
    /// The one place that says whether it matters who is linking. Where the endpoint names the dialect, and the caller gets JSON
    /// whatever target there is, nothing of a flow would be used but its language: no source, no store and no form is asked.
    /// </summary>
    public static bool UsesFlow(LinkErrorOccurrence occurrence) =>
        occurrence.Settings.LocalizeMessages
        || occurrence.Endpoint is not { Dialect: not null } endpoint || !IsAlwaysJson(occurrence.HttpContext.Request, endpoint.Kind);

    private static bool IsAlwaysJson(HttpRequest request, LinkEndpointKind kind) => kind switch
    {
        LinkEndpointKind.Api => true,
        LinkEndpointKind.Interactive => false,
        _ => !ClientPreferences.IsNavigation(request) && !ClientPreferences.PrefersHtml(request),
    };

    private static LinkErrorWriteContext CreateWriteContext(LinkErrorOccurrence occurrence, LinkErrorDelivery delivery)
    {
        HttpContext context = occurrence.HttpContext;

        // A status that the application or a scheme has set already is what it meant.
        bool isTokenEndpoint = delivery == LinkErrorDelivery.Json
            && occurrence is { KeepsStatusHeaders: false, Endpoint: { IsLinkEndpoint: true, Kind: not LinkEndpointKind.Interactive } }
            && !ProtectedResource.IsOf(occurrence.Endpoint.Routed);
        LinkErrorWriteContext ofService = occurrence.Settings.CreateWriteContext(context, occurrence.Endpoint.Routed, isTokenEndpoint);
        string? scheme = CredentialScheme.Read(context.Request);
        LinkErrorDebugDetails? details = occurrence is { Settings.IncludeDebugDetails: true, Exception: { } exception } ? DebugDetails.Describe(exception) : null;
        return ofService.CredentialScheme == scheme && ofService.DebugDetails == details ? ofService : ofService with { CredentialScheme = scheme, DebugDetails = details };
    }

    /// <summary>The page has its texts by itself, and shows developers the error's own.</summary>
    private LinkErrorWriteContext Localize(
        LinkErrorWriteContext writeContext, LinkError error, LinkFlow flow, LinkErrorDelivery delivery, LinkErrorsSettings settings, HttpContext context)
    {
        if (!settings.LocalizeMessages || delivery == LinkErrorDelivery.Html)
        {
            return writeContext;
        }

        (string? title, string? message) = pages.FindTexts(context, settings.ErrorPage, error, flow);
        return writeContext with { LocalizedTitle = title, LocalizedMessage = message };
    }

    /// <summary>
    /// Both must hold: the target is valid, which only the flow can say, and the error may be sent there. Where the flow is
    /// in doubt because its source failed, no place is safe.
    /// </summary>
    private static RedirectTarget? ChooseTarget(LinkError error, LinkFlow flow, LinkErrorDialect dialect, LinkErrorsSettings settings)
    {
        if (flow.IsIndeterminate)
        {
            return null;
        }

        bool mayRedirect = error.Definition.MayRedirect && (settings.RedirectOnly?.Contains(error.Code) ?? true);
        return (mayRedirect ? flow.Target : null)
            ?? (dialect is ILoginRetryDialect ? settings.LoginRetryTarget : null)
            ?? settings.FallbackTarget;
    }

    private static LinkErrorDelivery ChooseDelivery(HttpRequest request, LinkEndpointKind kind, RedirectTarget? target, LinkFlow flow)
    {
        if (IsAlwaysJson(request, kind))
        {
            return LinkErrorDelivery.Json;
        }

        if (target is null)
        {
            return ClientPreferences.PrefersHtml(request) ? LinkErrorDelivery.Html : LinkErrorDelivery.Json;
        }

        if (kind != LinkEndpointKind.Interactive && !ClientPreferences.IsNavigation(request))
        {
            return LinkErrorDelivery.Json;
        }

        return target.Kind != RedirectTargetKind.Client ? LinkErrorDelivery.Redirect : flow.ResponseMode switch
        {
            LinkResponseMode.Fragment => LinkErrorDelivery.FragmentRedirect,
            LinkResponseMode.FormPost => LinkErrorDelivery.FormPost,
            LinkResponseMode.WebMessage => LinkErrorDelivery.WebMessage,
            _ => LinkErrorDelivery.Redirect,
        };
    }

    /// <summary>RFC 9700 §4.12: a request that may hold credentials in its body gets 303, so that they stay here.</summary>
    private static int ChooseStatus(
        HttpRequest request, LinkErrorDelivery delivery, LinkError error, LinkErrorDialect dialect, LinkErrorWriteContext context, LinkErrorsSettings settings)
    {
        switch (delivery)
        {
            case LinkErrorDelivery.Redirect or LinkErrorDelivery.FragmentRedirect when ClientPreferences.IsHtmx(request):
                return StatusCodes.Status200OK;

            case LinkErrorDelivery.Redirect or LinkErrorDelivery.FragmentRedirect:
                bool isSafe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
                return isSafe || settings.PreserveMethodOnRedirect ? dialect.RedirectStatusCode : StatusCodes.Status303SeeOther;

            case LinkErrorDelivery.FormPost or LinkErrorDelivery.WebMessage:
                return StatusCodes.Status200OK;

            default:
                int status = dialect.GetStatusCode(error, context);
                return delivery == LinkErrorDelivery.Html && status < 400 ? error.StatusCode : status;
        }
    }

    /// <summary>The state belongs to the client of the flow: nobody else gets it, and no upstream's state goes to it.</summary>
    private LinkError Complete(
        LinkError error, LinkFlow flow, RedirectTarget? target, LinkErrorDelivery delivery, LinkErrorsSettings settings, HttpContext context)
    {
        // The catalog is for developers: it is no help to the person who looks at the page.
        bool isForDevelopers = delivery != LinkErrorDelivery.Html || settings.IncludeDebugDetails;
        return error with
        {
            State = target?.Kind == RedirectTargetKind.Client ? flow.State : null,
            HelpUri = HelpUri.Choose(error, settings.ErrorUriBase, isForDevelopers ? catalog : null, context.Request),
            ReferenceId = AnswerReference.Of(error, context),
        };
    }

    private LinkErrorDialect ChooseDialect(string? name, LinkErrorsSettings settings)
    {
        if (name is null || name == settings.Dialect.Name)
        {
            return settings.Dialect;
        }

        if (dialects.TryGet(name, out LinkErrorDialect? dialect))
        {
            return dialect;
        }

        // Once for each name: a misspelt mark is the same with every request. A service that makes names up is not followed for ever.
        if (_unknownDialects.Count < MaximumUnknownDialects && _unknownDialects.TryAdd(name, true))
        {
            LinkErrorsLog.DialectUnknown(logger, LogText.Escape(name), settings.Dialect.Name, dialects.Suggest(name), dialects.Names);
        }

        return settings.Dialect;
    }
}
