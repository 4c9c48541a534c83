using System.Reflection;
using System.Text.RegularExpressions;
using LinkErrors.Diagnostics;
using LinkErrors.Flows;
using LinkErrors.Responses;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Responses;

/// <summary>The page lists what the code sends, no more and no less.</summary>
public sealed partial class TelemetryPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "telemetry.md"));

    [Fact]
    public void Page_ListsEvents_ThatAreInTheCode()
    {
        string[] code =
        [
            .. typeof(LinkErrorsLog).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()!)
                .OrderBy(message => message.EventId)
                .Select(message => $"{message.EventId} {message.EventName} {message.Level}"),
        ];

        code.Should().HaveCountGreaterThan(15).And.OnlyHaveUniqueItems();
        EventRow().Matches(Page).Select(row => $"{row.Groups["id"].Value} {row.Groups["name"].Value} {row.Groups["level"].Value}").Should().Equal(code);
    }

    [Fact]
    public void Page_ListsInstrumentsAndTags_ThatAreInTheCode()
    {
        string[] names =
        [
            LinkErrorsTelemetry.MeterName, LinkErrorsTelemetry.ResponsesName, LinkErrorsTelemetry.CodeTag, LinkErrorsTelemetry.DialectTag,
            LinkErrorsTelemetry.DeliveryTag, LinkErrorsTelemetry.StatusTag, LinkErrorsTelemetry.ReferenceTag, LinkErrorsTelemetry.ClientTag, LinkErrorsTelemetry.HandledException, LinkErrorsTelemetry.OtherCode, LinkErrorsTelemetry.PlainDelivery,
            SearchReport.RefusalsName, SearchReport.ReasonTag, .. SearchReport.Reasons,
            .. Enum.GetValues<LinkErrorDelivery>().Select(LinkErrorsTelemetry.GetName),
        ];

        names.Should().OnlyHaveUniqueItems();
        foreach (string name in names)
        {
            Page.Should().Contain($"`{name}`");
        }
    }

    [GeneratedRegex(@"^\| (?<id>\d+) \| `(?<name>\w+)` \| (?<level>\w+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EventRow();
}
