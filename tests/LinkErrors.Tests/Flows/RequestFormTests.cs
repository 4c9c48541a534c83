using System.Net;
using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Flows;

/// <summary>What a form says of a flow, and what one costs that says nothing.</summary>
public sealed class RequestFormTests
{
    private const string Form = "application/x-www-form-urlencoded";

    private const string Local = "";

    private static readonly string LongAscii = new('a', 8192);

    /// <summary>RFC 6749 §3.1: no parameter twice. Equal values in query and form are one value.</summary>
    public static TheoryData<string, string, string> Forms => new()
    {
        { "", "client_id=web&state=a%2Bb+c", "a%2Bb%20c" },
        { "?client_id=web", "client_id=web&state=s", "s" },
        { "?client_id=web&state=s", "state=s", "s" },
        { "?client_id=web&state=", "state=s", "s" },
        { "?client_id=web", "client_id=other", Local },
        { "?client_id=web&state=a", "state=b", Local },
        { "?client_id=web", "STATE=a&state=b", Local },
        { "?state=s", "client_id=web&client_id=web", Local },

        // The name is "?client_id", as every other reader of a form has it.
        { "", "?client_id=web&state=s", Local },

        // The state returns byte for byte, or not at all.
        { "?client_id=web", "state=%E9", Local },
        { "?client_id=web", "state=%C3%A9", "%C3%A9" },
        { "?client_id=web", $"state={LongAscii}", LongAscii },
        { "?client_id=web", $"state={LongAscii}a", Local },
        { "?client_id=web", $"state={string.Concat(Enumerable.Repeat("%C3%A9", 2000))}", Local },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Form_WithOrWithoutAQuery_ReturnsToTheTargetOrStaysHere(string query, string form, string state)
    {
        await using TestApp app = await TestApp.StartAsync(Map, LabSettings.WithClient());

        foreach (string path in (string[])["/", "/read"])
        {
            using HttpResponseMessage response = await app.Client.PostAsync(path + query, CreateForm(form));

            ShouldReturn(response, state);
        }
    }

    [Fact]
    public async Task Form_WithAnEscapeThatWasEscaped_ReturnsIt()
    {
        await using TestApp app = await TestApp.StartAsync(Map, LabSettings.WithClient());

        using HttpResponseMessage response = await app.Client.PostAsync("/", CreateForm("client_id=web&state=%25E9"));

        ShouldReturn(response, "%25E9");
    }

    /// <summary>An application that has read the form leaves only its collection; escapes that are no UTF-8 have two readings there.</summary>
    [Theory]
    [InlineData("state=%25E9", Local)]
    [InlineData("state=%E9", Local)]
    [InlineData("state=100%25", "100%25")]
    [InlineData("state=https%253A%252F%252Fa", "https%253A%252F%252Fa")]
    public async Task FormReadByTheApplication_WithAnEscapedState_ReturnsExactlyOrNotAtAll(string form, string state)
    {
        await using TestApp app = await TestApp.StartAsync(Map, LabSettings.WithClient());

        using HttpResponseMessage response = await app.Client.PostAsync("/read?client_id=web", CreateForm(form));

        ShouldReturn(response, state);
    }

    [Theory]
    [InlineData(Form + "; charset=utf-8")]
    [InlineData(Form + "; charset=\"UTF-8\"")]
    [InlineData(Form + "; charset=us-ascii")]
    public async Task Form_InUtf8_IsRead(string contentType)
    {
        await using TestApp app = await TestApp.StartAsync(Map, LabSettings.WithClient());

        using HttpResponseMessage response = await app.Client.PostAsync("/", CreateForm("client_id=web&state=s", contentType));

        ShouldReturn(response, "s");
    }

    /// <summary>What a client sends is one line at Information, never a stack.</summary>
    [Theory]
    [InlineData("Content-Type: application/x-www-form-urlencoded; charset=utf-7\r\nContent-Length: 7", "state=a")]
    [InlineData("Content-Type: application/x-www-form-urlencoded; charset=?\r\nContent-Length: 7", "state=a")]
    [InlineData("Content-Type: application/x-www-form-urlencoded; charset=iso-8859-1\r\nContent-Length: 7", "state=a")]
    [InlineData("Content-Type: application/x-www-form-urlencoded; charset=utf-16\r\nContent-Length: 7", "state=a")]
    [InlineData("Content-Type: application/x-www-form-urlencodedX\r\nContent-Length: 7", "state=a")]
    [InlineData("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 40", "state=a")]
    [InlineData("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 131073", "state=a")]
    [InlineData("Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked", "7\r\nstate=a\r\n")]
    [InlineData("Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked", "ffffffff\r\nstate=a\r\n")]
    [InlineData("Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked", "x\r\nstate=a\r\n")]
    public async Task Form_ThatCannotBeRead_StaysHereAndIsOneLine(string headers, string body)
    {
        await using TestApp app = await TestApp.StartAsync(Map, LabSettings.WithClient(("FlowTimeout", "00:00:00.1"), ("FallbackRedirectUri", "https://ui.example/")));

        string head = await RawRequest.PostAsync(app.Client.BaseAddress!, "/?client_id=web", headers, body);

        head.Should().StartWith("HTTP/1.1 400 ").And.NotContain("Location:");
        ShouldBeOneLine(app);
    }

    [Fact]
    public async Task Form_LargerThanALinkRequest_StaysHereAndIsOneLine()
    {
        await using TestApp app = await TestApp.StartAsync(Map, LabSettings.WithClient());
        using HttpContent form = CreateForm("state=" + new string('a', 200_000));
        form.Headers.ContentLength = null;
        using HttpRequestMessage request = new(HttpMethod.Post, "/?client_id=web") { Content = form };
        request.Headers.TransferEncodingChunked = true;

        using HttpResponseMessage response = await app.Client.SendAsync(request);

        ShouldReturn(response, Local);
        ShouldBeOneLine(app);
    }

    /// <summary>ASP.NET Core makes question marks of the UTF-8 in a form that calls itself ASCII, and a state must return as it came.</summary>
    [Fact]
    public async Task FormReadByTheApplication_InAscii_StaysHere()
    {
        await using TestApp app = await TestApp.StartAsync(Map, LabSettings.WithClient());

        using HttpResponseMessage response = await app.Client.PostAsync("/read?client_id=web", CreateForm("state=%C3%A9", Form + "; charset=us-ascii"));

        ShouldReturn(response, Local);
    }

    /// <summary>ASP.NET Core refuses to show a form whose antiforgery token is not good; to ask for it must not be an error of ours.</summary>
    [Fact]
    public async Task Form_WithoutItsAntiforgeryToken_StaysHereAndIsOneLine()
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.UseAntiforgery();
                app.MapPost("/", string ([Microsoft.AspNetCore.Mvc.FromForm] string state) => state).WithLinkErrors(LinkEndpointKind.Interactive);
            },
            LabSettings.WithClient(),
            builder =>
            {
                builder.Services.AddAntiforgery();
                builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
            });

        using HttpResponseMessage response = await app.Client.PostAsync("/?client_id=web", CreateForm("state=s"));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Headers.Location.Should().BeNull();
        ShouldBeOneLine(app);
    }

    /// <summary>Nobody who would read a form is there: these answers do not wait for one, or a test would take seven days.</summary>
    [Theory]
    [InlineData("/get", "HTTP/1.1 303 ")]
    [InlineData("/json", "HTTP/1.1 303 ")]
    [InlineData("/api", "HTTP/1.1 400 ")]
    public async Task Form_WhereNobodyReadsOne_IsNotWaitedFor(string path, string status)
    {
        await using TestApp app = await TestApp.StartAsync(Map, LabSettings.WithClient(("FlowTimeout", "7.00:00:00")));

        string head = await RawRequest.PostAsync(app.Client.BaseAddress!, path + "?client_id=web", $"Content-Type: {Form}\r\nContent-Length: 40", "client_id=a");

        head.Should().StartWith(status);
    }

    /// <summary>A handler of an event, or a source of the application, finds the form as if nobody had read it.</summary>
    [Fact]
    public async Task Form_ThatWasReadForTheFlow_IsThereForOthers()
    {
        TaskCompletionSource<string?> seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        LinkErrorsEvents events = new()
        {
            OnResponded = context =>
            {
                seen.SetResult(context.HttpContext.Request.Form["more"]);
                return Task.CompletedTask;
            },
        };
        await using TestApp app = await TestApp.StartAsync(
            Map, LabSettings.WithClient(), builder => builder.Services.Configure<LinkErrorsOptions>(options => options.Events = events));

        using HttpResponseMessage response = await app.Client.PostAsync("/", CreateForm("client_id=web&state=s&more=m"));

        ShouldReturn(response, "s");
        (await seen.Task).Should().Be("m");
    }

    private static void Map(WebApplication app)
    {
        app.UseLinkErrors();
        RouteGroupBuilder group = app.MapGroup("").WithLinkErrors(LinkEndpointKind.Interactive);
        group.MapPost("/", string () => throw new AccessDeniedException());
        group.MapPost("/read", async Task<string> (HttpContext context) =>
        {
            await context.Request.ReadFormAsync();
            throw new AccessDeniedException();
        });
        group.MapGet("/get", () => "ok");
        group.MapPost("/json", (Dictionary<string, string> values) => values.Count);
        app.MapPost("/api", string () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Api, "oauth");
    }

    private static ByteArrayContent CreateForm(string form, string contentType = Form)
    {
        ByteArrayContent content = new(System.Text.Encoding.ASCII.GetBytes(form));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }

    private static void ShouldReturn(HttpResponseMessage response, string state)
    {
        if (state.Length == 0)
        {
            response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
            response.Headers.Contains("Location").Should().BeFalse();
            return;
        }

        response.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        response.Headers.NonValidated["Location"].ToString().Should().StartWith($"{LabSettings.RedirectUri}?error=access_denied&").And.EndWith($"&state={state}");
    }

    private static void ShouldBeOneLine(TestApp app)
    {
        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "RequestUnreadable").Which.Level.Should().Be(LogLevel.Information);
        app.Log.Own.Should().OnlyContain(entry => entry.Level <= LogLevel.Information && entry.Exception == null);
        app.Log.Entries.Should().NotContain(entry => entry.Level >= LogLevel.Error);
    }
}
