using System.Text.Json;
using LinkErrors.Client.Tests.Hosts;

namespace LinkErrors.Client.Tests.Matrix;

/// <summary>What a dialect has a place for, beside the code.</summary>
internal static class CarriedValues
{
    private static readonly string[] WithErrorUri = ["loop", "oauth", "problem-details"];
    private static readonly string[] WithState = ["zapier", "centralauth", "loop", "oauth", "problem-details"];

    public static void Verify(LinkError read, string dialect, bool isUrl, string code)
    {
        string because = $"{dialect} carries it, or does not, with {code} {(isUrl ? "on a redirect" : "as JSON")}";
        read.HelpUri?.OriginalString.Should().Be(PeerHost.HelpUri, because);
        (read.HelpUri is not null).Should().Be(WithErrorUri.Contains(dialect, StringComparer.Ordinal), because);
        read.State.Should().Be(isUrl && WithState.Contains(dialect, StringComparer.Ordinal) ? PeerHost.State : null, because);
        read.RetryAfter.Should().Be(isUrl ? null : TimeSpan.FromSeconds(30), because);
        read.Scopes.Should().Equal(!isUrl && CarriesScopes(dialect, read) ? PeerHost.Scopes : [], because);

        // The redirect has no place for data; dialects that answer by challenge carry theirs alone (RFC 9449, RFC 9470).
        bool carriesData = !isUrl && (dialect is "orcidlink" or "problem-details");
        read.Data.HasValue.Should().Be(carriesData, because);
        if (carriesData)
        {
            JsonElement.DeepEquals(read.Data!.Value, PeerHost.Data).Should().BeTrue(because);
        }
    }

    /// <summary>RFC 6750 §3: in the challenge, which comes with 401 and with insufficient_scope. RFC 9457: a member.</summary>
    private static bool CarriesScopes(string dialect, LinkError read) => dialect switch
    {
        "problem-details" => true,
        "loop" or "oauth" => read.Code == "insufficient_scope" || (read.StatusCode == 401 && read.Code != "invalid_client"),
        _ => false,
    };
}
