using System.Text;
using System.Text.Json;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Lab;

/// <summary>What providers answered, as public bug reports tell, through ErrorLab's <c>POST /read</c>.</summary>
public sealed class ReadCasesTests(LabHost lab) : IClassFixture<LabHost>
{
    [CorporaCasesFact]
    public async Task Read_OfWhatProvidersAnswer_SaysWhatIsWanted()
    {
        JsonElement[] rows = [.. JsonElement.Parse(await File.ReadAllTextAsync(Corpora.ClientCases!)).EnumerateArray()];
        rows.Should().HaveCountGreaterThan(60);
        foreach (JsonElement row in rows)
        {
            string id = row.GetProperty("id").GetString()!;
            using StringContent content = new(row.GetProperty("input").GetRawText(), Encoding.UTF8, "application/json");
            LabAnswer answer = await lab.AskAsync("/read", HttpMethod.Post, content);
            answer.Status.Should().Be(200, id);
            if (row.TryGetProperty("want", out JsonElement want))
            {
                Verify(JsonElement.Parse(answer.Body), want, id);
            }
        }
    }

    private static void Verify(JsonElement answer, JsonElement want, string id)
    {
        answer.GetProperty("read").GetBoolean().Should().Be(!want.TryGetProperty("read", out _), id);
        if (!answer.TryGetProperty("error", out JsonElement error))
        {
            return;
        }

        VerifyValue(want, "code", error.GetProperty("code"), id);
        VerifyValue(want, "status", error.GetProperty("statusCode"), id);
        VerifyValue(want, "retryAfter", error.GetProperty("retryAfter"), id);
        VerifyValue(want, "transient", answer.GetProperty("isTransient"), id);
        if (want.TryGetProperty("text", out JsonElement text))
        {
            error.GetProperty("message").GetString().Should().Contain(text.GetString(), id);
        }

        foreach (JsonElement part in want.TryGetProperty("has", out JsonElement has) ? [.. has.EnumerateArray()] : (JsonElement[])[])
        {
            answer.GetRawText().Should().Contain(part.GetString(), id);
        }

        foreach (JsonElement dialect in want.TryGetProperty("notDialect", out JsonElement not) ? [.. not.EnumerateArray()] : (JsonElement[])[])
        {
            answer.GetProperty("origin").GetProperty("dialect").GetString().Should().NotBe(dialect.GetString(), id);
        }
    }

    private static void VerifyValue(JsonElement want, string name, JsonElement actual, string id)
    {
        if (want.TryGetProperty(name, out JsonElement wanted))
        {
            actual.ToString().Should().Be(wanted.ToString(), "{0} of {1}", name, id);
        }
    }
}
