using System.Net;
using System.Web;

namespace LinkErrors.LinkServiceTests.Instances;

/// <summary>Where a browser ended: on its way to a client, or on a page.</summary>
/// <param name="Status">The last status.</param>
/// <param name="Target">Where it would go; null on a page.</param>
/// <param name="Body">The page.</param>
internal sealed record FlowEnding(HttpStatusCode Status, Uri? Target, string Body)
{
    /// <summary>A parameter that the client gets.</summary>
    public string? Find(string name) => Target is null ? null : HttpUtility.ParseQueryString(Target.Query)[name];

    /// <summary>In short: what the client is told, or the status of the page.</summary>
    public override string ToString() => Target is null ? $"page {(int)Status}" : Find("error_description") ?? (Find("connection") is null ? "nothing" : "linked");
}
