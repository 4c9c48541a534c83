using System.Reflection;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Flows;

/// <summary>Two processes of the sample LinkService: a flow that begins at one comes back to the other.</summary>
public sealed class TwoInstancesTests : IDisposable
{
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory();
    private readonly DirectoryInfo _otherKeys = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task Flow_ThatBeganElsewhere_IsAnsweredWhereTheKeyRingIsShared()
    {
        await using SampleProcess first = await StartAsync(_keys);
        await using SampleProcess second = await StartAsync(_keys);
        string state = await BeginAsync(first);

        string cancelled = await FinishAsync(second, $"error=access_denied&state={state}");
        string missing = await FinishAsync(second, $"state={state}");
        string linked = await FinishAsync(second, $"code=granted&state={state}");

        cancelled.Should().Be("302 https://your-domain.com/callback?error=access_denied&error_description=The%20user%20cancelled%20linking.&state=a%2Bb%20c");
        missing.Should().Be("302 https://your-domain.com/callback?error=invalid_request&error_description=The%20code%20parameter%20is%20required%20but%20missing.&state=a%2Bb%20c");
        linked.Should().Be("302 https://your-domain.com/callback?state=a%2Bb%20c&code=granted");
    }

    [Fact]
    public async Task Flow_ThatBeganElsewhere_IsRefusedHereWhereTheKeyRingIsAnother()
    {
        await using SampleProcess first = await StartAsync(_keys);
        await using SampleProcess stranger = await StartAsync(_otherKeys);
        string state = await BeginAsync(first);

        string answer = await FinishAsync(stranger, $"error=access_denied&state={state}");

        answer.Should().Be("400 ");
    }

    public void Dispose()
    {
        _keys.Delete(recursive: true);
        _otherKeys.Delete(recursive: true);
    }

    private static Task<SampleProcess> StartAsync(DirectoryInfo keys)
    {
        string path = typeof(TwoInstancesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "LinkService").Value!;
        return SampleProcess.StartAsync(Path.GetFullPath(path), ("Keys", keys.FullName));
    }

    /// <summary>Begins a flow and takes the state that is sent to the provider.</summary>
    private static async Task<string> BeginAsync(SampleProcess sample)
    {
        using HttpResponseMessage response = await sample.Client.GetAsync("/link/start?client_id=zap&redirect_uri=https://your-domain.com/callback&state=a%2Bb%20c");
        string location = response.Headers.NonValidated["Location"].ToString();
        location.Should().Contain("state=le.").And.NotContain("a%2Bb", "the client's state travels encrypted");
        return location[(location.IndexOf("state=", StringComparison.Ordinal) + "state=".Length)..];
    }

    private static async Task<string> FinishAsync(SampleProcess sample, string query)
    {
        using HttpResponseMessage response = await sample.Client.GetAsync($"/link/callback?{query}");
        string? location = response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.ToString() : null;
        return $"{(int)response.StatusCode} {location}";
    }
}
