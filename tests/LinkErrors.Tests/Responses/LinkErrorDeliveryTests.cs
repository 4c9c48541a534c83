using System.Net;
using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Tests.Responses;

/// <summary>
/// How an error is delivered. Interactive: a redirect to the validated target, otherwise a page if the client prefers one,
/// else JSON. API: JSON. Not said: as interactive for a navigation, as API for a script, and without a target a page if the
/// client prefers one, else JSON.
/// </summary>
public sealed class LinkErrorDeliveryTests(LinkErrorDeliveryTests.Server server) : IClassFixture<LinkErrorDeliveryTests.Server>
{
    private const string Chrome = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
    private const string Json = "application/json";
    private const string Any = "*/*";

    private static readonly string?[] Accepts = [null, Any, Json, Chrome];
    private static readonly string?[] Modes = [null, "navigate", "cors"];
    private static readonly string?[] Scripts = [null, "XMLHttpRequest"];

    /// <summary>Kind, whether the target is valid, Accept, Sec-Fetch-Mode, X-Requested-With; the delivery.</summary>
    public static TheoryData<string, bool, string?, string?, string?, string> Rows
    {
        get
        {
            TheoryData<string, bool, string?, string?, string?, string> rows = [];
            foreach (string? accept in Accepts)
            {
                foreach (string? mode in Modes)
                {
                    foreach (string? script in Scripts)
                    {
                        string local = accept == Chrome ? "html" : "json";
                        bool isNavigation = mode == "navigate" || (mode is null && script is null && accept != Json);
                        rows.Add("interactive", true, accept, mode, script, "redirect");
                        rows.Add("interactive", false, accept, mode, script, local);
                        rows.Add("api", true, accept, mode, script, "json");
                        rows.Add("api", false, accept, mode, script, "json");
                        rows.Add("unspecified", true, accept, mode, script, isNavigation ? "redirect" : "json");
                        rows.Add("unspecified", false, accept, mode, script, local);
                    }
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Error_ByKindTargetAndRequest_IsDeliveredAsTheTableSays(string kind, bool hasTarget, string? accept, string? mode, string? script, string delivery)
    {
        (await DeliverAsync($"/{kind}" + (hasTarget ? LabSettings.Flow : ""), accept, mode, script)).Should().Be(delivery);
    }

    /// <summary>The rows of the table once more by hand, so that a mistake in the loop above cannot repeat one in the code.</summary>
    [Theory]
    [InlineData("unspecified", true, null, null, null, "redirect")]
    [InlineData("unspecified", true, Any, null, null, "redirect")]
    [InlineData("unspecified", true, Chrome, "navigate", null, "redirect")]
    [InlineData("unspecified", true, Chrome, "NAVIGATE", null, "redirect")]
    [InlineData("unspecified", true, Any, "cors", null, "json")]
    [InlineData("unspecified", true, Any, "same-origin", null, "json")]
    [InlineData("unspecified", true, Any, "no-cors", null, "json")]
    [InlineData("unspecified", true, Any, null, "xmlhttprequest", "json")]

    // Android's WebView sends the name of its package with every navigation.
    [InlineData("unspecified", true, Chrome, null, "com.example.app", "redirect")]
    [InlineData("unspecified", true, Json, null, null, "json")]
    [InlineData("unspecified", true, Json, "navigate", null, "redirect")]
    [InlineData("unspecified", true, Chrome, "navigate", "XMLHttpRequest", "redirect")]
    [InlineData("unspecified", true, "text/html, */*", "cors", "XMLHttpRequest", "json")]
    [InlineData("unspecified", false, "text/html, */*", "cors", "XMLHttpRequest", "html")]
    [InlineData("unspecified", false, Any, "navigate", null, "json")]
    [InlineData("interactive", true, Json, "cors", "XMLHttpRequest", "redirect")]
    [InlineData("api", true, Chrome, "navigate", null, "json")]
    public async Task Error_OfAHandPickedRow_IsDeliveredAsTheTableSays(string kind, bool hasTarget, string? accept, string? mode, string? script, string delivery)
    {
        (await DeliverAsync($"/{kind}" + (hasTarget ? LabSettings.Flow : ""), accept, mode, script)).Should().Be(delivery);
    }

    /// <summary>
    /// RFC 9110 §12.5.1: the highest quality wins, 0 means not acceptable, the most specific range counts. Of equals the first
    /// in the header does, and a client that does not care gets JSON.
    /// </summary>
    [Theory]
    [InlineData("text/html", "html")]
    [InlineData("TEXT/HTML", "html")]
    [InlineData("application/xhtml+xml", "html")]
    [InlineData("text/*", "html")]
    [InlineData("text/html, application/json", "html")]
    [InlineData("application/json, text/html", "json")]
    [InlineData("text/html;q=0.5, application/json", "json")]
    [InlineData("application/json;q=0.5, text/html;q=0.6", "html")]
    [InlineData("application/problem+json", "json")]
    [InlineData("application/*, text/html;q=0.9", "json")]
    [InlineData("text/html;q=0", "json")]
    [InlineData("text/html;q=0, */*", "json")]
    [InlineData("application/json;q=0, text/html;q=0.1", "html")]
    [InlineData("text/*;q=0.1, text/html, application/json;q=0.5", "html")]
    [InlineData("text/*, text/html;q=0.1, application/json;q=0.5", "json")]
    [InlineData("image/png", "json")]
    [InlineData("", "json")]
    [InlineData("not a media type", "json")]
    [InlineData("text/html;;;,,/,", "json")]
    public async Task Error_WithoutTarget_FollowsAccept(string accept, string delivery)
    {
        (await DeliverAsync("/interactive", accept, mode: null, script: null)).Should().Be(delivery);
    }

    /// <summary>RFC 6749 §4.1.2.1: a redirect URI or a client that is itself in doubt is never redirected to.</summary>
    [Theory]
    [InlineData("/redirect_uri" + LabSettings.Flow)]
    [InlineData("/invalid_redirect_uri" + LabSettings.Flow)]
    [InlineData("/interactive?client_id=web&redirect_uri=https%3A%2F%2Fevil.example%2Fcb&state=xyz")]
    [InlineData("/interactive?client_id=stranger&redirect_uri=https%3A%2F%2Fclient.example%2Fcb&state=xyz")]
    [InlineData("/interactive" + LabSettings.Flow + "&redirect_uri=https%3A%2F%2Fclient.example%2Fcb")]
    [InlineData("/interactive?redirect_uri=https%3A%2F%2Fclient.example%2Fcb%23")]
    public async Task Error_WithoutASafeTarget_StaysHere(string path)
    {
        (await DeliverAsync(path, Chrome, "navigate", script: null)).Should().Be("html");
    }

    private async Task<string> DeliverAsync(string path, string? accept, string? mode, string? script)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        foreach ((string name, string? value) in new[] { ("Accept", accept), ("Sec-Fetch-Mode", mode), ("X-Requested-With", script) })
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using HttpResponseMessage response = await server.App.Client.SendAsync(request);
        if (response.GetLocation() is { } location)
        {
            response.StatusCode.Should().Be(HttpStatusCode.Redirect);
            location.Should().StartWith(LabSettings.RedirectUri + "?error=").And.EndWith("&state=xyz");
            return "redirect";
        }

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        return response.Content.Headers.ContentType?.ToString() switch
        {
            "application/json" => "json",
            "text/html; charset=utf-8" => "html",
            var other => $"something else: {other}",
        };
    }

    /// <summary>One application for all rows.</summary>
    public sealed class Server : IAsyncLifetime
    {
        internal TestApp App { get; private set; } = null!;

        public async Task InitializeAsync() => App = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/interactive", Throw).WithLinkErrors(LinkEndpointKind.Interactive);
                app.MapGet("/api", Throw).WithLinkErrors(LinkEndpointKind.Api);
                app.MapGet("/unspecified", Throw).WithLinkErrors();
                app.MapGet("/redirect_uri", IResult () => TypedResults.LinkError(LinkErrorDefinitions.RedirectUriMissing)).WithLinkErrors(LinkEndpointKind.Interactive);
                app.MapGet("/invalid_redirect_uri", IResult () => TypedResults.LinkError(LinkErrorDefinitions.InvalidRedirectUri)).WithLinkErrors(LinkEndpointKind.Interactive);
            },
            LabSettings.WithClient());

        public async Task DisposeAsync() => await App.DisposeAsync();

        private static string Throw() => throw new LinkTokenExpiredException();
    }
}
