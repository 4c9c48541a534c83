using System.Text;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Mvc;

/// <summary>A model that is not valid: the answer names the fields, and never shows what was sent.</summary>
public sealed class ModelStateTests
{
    [Theory]
    [InlineData("""{}""", "Name")]
    [InlineData("""{"name":"a","email":"hunter2"}""", "Email")]
    [InlineData("""{"email":"hunter2"}""", "Name,Email")]
    [InlineData("""{"name":"a","levels":{"hunter2":"hunter2"}}""", "account,levels")]
    [InlineData("""{"name":"a","levels":{"hunter2 '":"hunter2"}}""", "account,levels")]
    public async Task Body_ThatIsNotValid_IsNamedByItsFields(string json, string fields)
    {
        await using TestApp app = await StartAsync();
        using StringContent content = new(json, Encoding.UTF8, "application/json");

        using HttpResponseMessage response = await app.Client.PostAsync("/model/body", content);

        string body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).Should().Be(422, "orcidlink says so");
        body.Should().NotContain("hunter2").And.Contain("requestParametersInvalid");
        using System.Text.Json.JsonDocument document = System.Text.Json.JsonDocument.Parse(body);
        document.RootElement.GetProperty("data").GetProperty("fields").EnumerateArray().Select(item => item.GetString()).Should().BeEquivalentTo(fields.Split(','));
    }

    [Theory]
    [InlineData("/model/query?level=hunter2", "name", "level")]
    [InlineData("/model/state", "name")]
    public async Task Query_ThatIsNotValid_IsNamedByItsFields(string path, params string[] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await app.Client.GetAsync(path);

        string body = await response.Content.ReadAsStringAsync();
        body.Should().NotContain("hunter2").And.Contain("requestParametersInvalid").And.ContainAll(fields);
    }

    /// <summary>The key of a dictionary is a value of the client's, in whichever spelling a form names it.</summary>
    [Theory]
    [InlineData("/model/form", "Name=a&Levels[hunter2]=x", "Levels")]
    [InlineData("/model/form", "Name=a&Levels.hunter2=x", "Levels")]
    [InlineData("/model/form", "Name=a&Levels[4111111111111111]=x", "Levels")]
    [InlineData("/model/form", "Name=a&Levels[0].Key=hunter2&Levels[0].Value=x", "Levels")]
    [InlineData("/model/dictionary", "levels[hunter2]=x", "levels")]
    [InlineData("/model/dictionary", "hunter2=x", null)]
    [InlineData("/model/dictionary", "[hunter2]=x", null)]
    public async Task Form_WithKeysOfADictionary_IsNamedWithoutThem(string path, string form, string? field)
    {
        await using TestApp app = await StartAsync();
        using StringContent content = new(form, Encoding.UTF8, "application/x-www-form-urlencoded");

        using HttpResponseMessage response = await app.Client.PostAsync(path, content);

        string body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).Should().Be(422, "of '{0}'", body);
        body.Should().NotContain("hunter2").And.NotContain("4111");
        using System.Text.Json.JsonDocument document = System.Text.Json.JsonDocument.Parse(body);
        document.RootElement.TryGetProperty("data", out System.Text.Json.JsonElement data).Should().Be(field is not null);
        if (field is not null)
        {
            data.GetProperty("fields").EnumerateArray().Select(item => item.GetString()).Should().Equal(field);
        }
    }

    [Fact]
    public async Task MediaType_ThatIsNotConsumed_IsALinkErrorOfItsStatus()
    {
        await using TestApp app = await StartAsync();
        using StringContent content = new("a", Encoding.UTF8, "text/plain");

        using HttpResponseMessage response = await app.Client.PostAsync("/model/body", content);

        ((int)response.StatusCode).Should().Be(415);
        (await response.Content.ReadAsStringAsync()).Should().Contain("The media type of the request is not supported.");
    }

    [Theory]
    [InlineData("/model/content", 418, "teapot")]
    [InlineData("/model/ok", 200, "fine")]
    [InlineData("/model/disabled", 404, """{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.5","title":"Not Found","status":404""")]
    public async Task Result_ThatIsNoErrorOrIsFormedByTheAction_StaysAsItIs(string path, int status, string body)
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await app.Client.GetAsync(path);

        ((int)response.StatusCode).Should().Be(status);
        (await response.Content.ReadAsStringAsync()).Should().StartWith(body);
    }

    [Fact]
    public async Task Header_ThatBelongsToTheStatus_Stays()
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await app.Client.GetAsync("/model/wait");

        response.GetHeader("Retry-After").Should().Be("7");
        (await response.Content.ReadAsStringAsync()).Should().Contain("rate_limited");
    }

    [Fact]
    public async Task Filters_NotAdded_LeaveControllersAlone()
    {
        await using TestApp app = await StartAsync(filters: false);

        using HttpResponseMessage response = await app.Client.GetAsync("/model/state");

        (await response.Content.ReadAsStringAsync()).Should().Contain("is taken");
    }

    private static Task<TestApp> StartAsync(bool filters = true) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapControllers();
        },
        services: builder =>
        {
            builder.Services.AddControllers().AddApplicationPart(typeof(ModelStateTests).Assembly);
            if (filters)
            {
                builder.Services.AddLinkErrors().AddMvcErrors().AddMvcErrors();
            }
        });
}
