using LinkErrors.HostTests.Matrix;
using Microsoft.AspNetCore.Builder;

namespace LinkErrors.HostTests.Applications;

/// <summary>A way to build an application, with the routes of <see cref="HostRoutes"/> below <c>/links</c>.</summary>
/// <param name="Name">What it is built with, as the documentation says it.</param>
/// <param name="Map">Maps the routes; marked when the library is there.</param>
internal sealed record HostApplication(string Name, Action<WebApplication, bool> Map)
{
    /// <summary>Adds the services.</summary>
    public Action<WebApplicationBuilder> AddServices { get; init; } = _ => { };

    /// <summary>Adds middleware in front of everything.</summary>
    public Action<WebApplication> UseInFront { get; init; } = _ => { };

    /// <summary>What stands before the path of every request.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Headers of every request, as a proxy in front would send them.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where a browser that nobody is signed in with has to go.</summary>
    public string LoginPage { get; init; } = "/login";

    /// <summary>Whether requests come through a reverse proxy that knows nothing of the library.</summary>
    public bool IsBehindProxy { get; init; }

    /// <summary>Routes that cannot be had in it.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Situations that end otherwise here, each with its answer.</summary>
    public IReadOnlyDictionary<string, string> Otherwise { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static IReadOnlyList<HostApplication> All { get; } =
    [
        MinimalApplication.Plain,
        MinimalApplication.BelowAPathBase,
        MinimalApplication.WithForwardedHeaders,
        MinimalApplication.BehindAProxy,
        MinimalApplication.WithOutputCache,
        ControllerApplication.Create(),
        MvcApplication.Create(),
        RazorPagesApplication.Create(),
        BlazorApplication.Create(),
    ];

    public bool Has(HostSituation situation) => !Missing.Contains(situation.Route, StringComparer.Ordinal);

    public string GetExpected(HostSituation situation) => Otherwise.GetValueOrDefault(situation.Name, situation.Expected);

    public override string ToString() => Name;
}
