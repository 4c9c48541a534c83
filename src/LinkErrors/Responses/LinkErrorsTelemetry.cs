using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using LinkErrors.Diagnostics;
using LinkErrors.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Responses;

/// <summary>
/// Counts answers, tags the activity of the request and the host's own duration of it, and tells who watches for exceptions of those that
/// nobody expected. Every tag has few values, whatever attackers send.
/// </summary>
internal sealed class LinkErrorsTelemetry(IMeterFactory meters, LinkErrorCatalog catalog, IServiceProvider services)
{
    public const string MeterName = LinkErrorsMeter.Name;
    public const string ResponsesName = "linkerrors.responses";
    public const string CodeTag = "error.type";
    public const string DialectTag = "linkerrors.dialect";
    public const string DeliveryTag = "linkerrors.delivery";
    public const string ReferenceTag = "linkerrors.reference";
    public const string ClientTag = "linkerrors.client";
    public const string StatusTag = "http.response.status_code";

    /// <summary>OpenTelemetry's word for what is in no list, so that a text of somebody's own is no new series.</summary>
    public const string OtherCode = "_OTHER";

    public const string PlainDelivery = "plain";

    /// <summary>ASP.NET Core's name for an exception that a handler has answered, which agents for monitoring listen to.</summary>
    public const string HandledException = "Microsoft.AspNetCore.Diagnostics.HandledException";

    private readonly Counter<long> _responses =
        LinkErrorsMeter.Create(meters).CreateCounter<long>(ResponsesName, "{response}", "Link errors that were answered.");

    private readonly DiagnosticListener? _listener = services.GetService<DiagnosticListener>();

    public static string GetName(LinkErrorDelivery delivery) => delivery switch
    {
        LinkErrorDelivery.Redirect => "redirect",
        LinkErrorDelivery.FragmentRedirect => "fragment",
        LinkErrorDelivery.FormPost => "form_post",
        LinkErrorDelivery.WebMessage => "web_message",
        LinkErrorDelivery.Html => "html",
        _ => "json",
    };

    public void Record(HttpContext context, LinkErrorPlan plan) =>
        Record(context, plan.Error, plan.Dialect.Name, GetName(plan.Delivery), plan.StatusCode, plan, plan.Occurrence.IsUnexpected ? plan.Occurrence.Exception : null);

    /// <summary>The answer that is sent when the intended one failed. It is in no dialect, and nobody expected it.</summary>
    public void RecordPlain(HttpContext context, LinkError error, Exception failure, LinkErrorPlan? plan) =>
        Record(context, error, dialect: null, PlainDelivery, StatusCodes.Status500InternalServerError, plan, failure);

    private void Record(HttpContext context, LinkError error, string? dialect, string delivery, int status, LinkErrorPlan? plan, Exception? unexpected)
    {
        ICollection<KeyValuePair<string, object?>>? ofDuration = context.Features.Find<IHttpMetricsTagsFeature>() is { MetricsDisabled: false } request ? request.Tags : null;

        // The activity of the request, not one that the application has begun inside it.
        Activity? activity = context.Features.Find<IHttpActivityFeature>()?.Activity ?? Activity.Current;
        if (!_responses.Enabled && ofDuration is null && activity is null && unexpected is null)
        {
            return;
        }

        string code = catalog.TryFind(error.Code, out _) ? error.Code : OtherCode;
        string? client = plan is { Occurrence.Settings.IncludeClientInTelemetry: true } ? plan.Flow.ClientId : null;
        if (_responses.Enabled)
        {
            Count(code, dialect, delivery, status, client);
        }

        if (ofDuration is not null)
        {
            SetTag(ofDuration, code);
        }

        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(CodeTag, code);
            activity.SetTag(DialectTag, dialect);
            activity.SetTag(DeliveryTag, delivery);
            activity.SetTag(ReferenceTag, ShortReference.Of(AnswerReference.Of(error, context)));
            activity.SetTag(ClientTag, client);
            if (unexpected is not null)
            {
                activity.SetStatus(ActivityStatusCode.Error, code);
                activity.AddException(unexpected);
            }
        }

        if (unexpected is not null && _listener?.IsEnabled(HandledException) == true)
        {
            Tell(_listener, context, unexpected);
        }
    }

    private void Count(string code, string? dialect, string delivery, int status, string? client)
    {
        TagList tags = new() { { CodeTag, code }, { DeliveryTag, delivery }, { StatusTag, status } };
        if (dialect is not null)
        {
            tags.Add(DialectTag, dialect);
        }

        if (client is not null)
        {
            tags.Add(ClientTag, client);
        }

        _responses.Add(1, tags);
    }

    /// <summary>Instead of one that is there: two tags of one name break exporters, and the last answer is the one that was sent.</summary>
    private static void SetTag(ICollection<KeyValuePair<string, object?>> tags, string code)
    {
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            if (tag.Key == CodeTag)
            {
                tags.Remove(tag);
                break;
            }
        }

        tags.Add(new(CodeTag, code));
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The names of the members are the framework's, and its listeners read no more than them.")]
    private static void Tell(DiagnosticListener listener, HttpContext context, Exception exception) =>
        listener.Write(HandledException, new { httpContext = context, currentTimestamp = Stopwatch.GetTimestamp(), exception });
}
