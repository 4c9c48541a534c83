using System.Diagnostics;
using System.Diagnostics.Metrics;
using LinkErrors.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LinkErrors.Responses;

/// <summary>Counts answers, and tags the activity of the request. Every tag has few values, whatever attackers send.</summary>
internal sealed class LinkErrorsTelemetry
{
    public const string MeterName = "LinkErrors";
    public const string ResponsesName = "linkerrors.responses";
    public const string CodeTag = "error.type";
    public const string DialectTag = "linkerrors.dialect";
    public const string DeliveryTag = "linkerrors.delivery";
    public const string ReferenceTag = "linkerrors.reference";
    public const string StatusTag = "http.response.status_code";
    public const string OtherCode = "other";
    public const string PlainDelivery = "plain";

    private readonly LinkErrorCatalog _catalog;
    private readonly Counter<long> _responses;

    public LinkErrorsTelemetry(IMeterFactory meters, LinkErrorCatalog catalog)
    {
        _catalog = catalog;
        _responses = meters.Create(MeterName).CreateCounter<long>(ResponsesName, "{response}", "Link errors that were answered.");
    }

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
        Record(context, plan.Error.Code, plan.Dialect.Name, GetName(plan.Delivery), plan.StatusCode, plan);

    /// <summary>The answer that is sent when the intended one failed. It is in no dialect.</summary>
    public void RecordPlain(HttpContext context, LinkError error) =>
        Record(context, error.Code, dialect: null, PlainDelivery, StatusCodes.Status500InternalServerError, plan: null);

    private void Record(HttpContext context, string code, string? dialect, string delivery, int status, LinkErrorPlan? plan)
    {
        string known = _catalog.TryFind(code, out _) ? code : OtherCode;
        if (_responses.Enabled)
        {
            TagList tags = new() { { CodeTag, known }, { DeliveryTag, delivery }, { StatusTag, status } };
            if (dialect is not null)
            {
                tags.Add(DialectTag, dialect);
            }

            _responses.Add(1, tags);
        }

        // The activity of the request, not one that the application has begun inside it.
        if ((context.Features.Find<IHttpActivityFeature>()?.Activity ?? Activity.Current) is { } activity)
        {
            activity.SetTag(CodeTag, known);
            activity.SetTag(DialectTag, dialect);
            activity.SetTag(DeliveryTag, delivery);
            activity.SetTag(ReferenceTag, plan?.Reference);
        }
    }
}
