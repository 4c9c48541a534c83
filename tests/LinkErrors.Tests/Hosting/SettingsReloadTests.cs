using System.Text;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Tests.Hosting;

/// <summary>What a file is while somebody writes it must not take the clients away.</summary>
public sealed class SettingsReloadTests
{
    private const string Good = """{"LinkErrors":{"Clients":{"one":{"RedirectUris":["https://one.example/cb"]}}}}""";
    private const string Other = """{"LinkErrors":{"Clients":{"one":{"RedirectUris":["https://one.example/new"]}}}}""";

    /// <summary>The host reads a file that it cannot parse, or that is away, as an empty one; the next change of any source makes that count.</summary>
    [Theory]
    [InlineData("""{"LinkErrors":{"Clients":{"one":{"Redir""")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"LinkErrors":{}}""")]
    [InlineData("""{"LinkErrors":{"Clients":{}}}""")]
    [InlineData("""{"LinkErrors":{"Dialect":"junction"}}""")]
    public async Task Reload_ThatLosesEveryClient_IsRefusedWithAWarning(string? text)
    {
        ChangingFile file = new(Good);
        ChangingSource another = new();
        await using TestApp app = await StartAsync(file, another);

        file.Write(text);
        another.Signal();

        (await AskAsync(app, "https://one.example/cb")).Should().StartWith("https://one.example/cb?error=");
        app.Log.Own.Should().Contain(entry => entry.EventId.Name == "SettingsLost" && entry.Level == LogLevel.Warning && entry.Text.Contains("1 clients", StringComparison.Ordinal));
        app.Log.Own.Should().NotContain(entry => entry.EventId.Name == "SettingsReloaded");

        file.Write(Other);
        (await AskAsync(app, "https://one.example/new")).Should().StartWith("https://one.example/new?error=", "a whole file counts at once");
    }

    /// <summary>A service with clients of its own has other settings to lose.</summary>
    [Fact]
    public async Task Reload_ThatLosesTheSection_IsRefusedWithAWarning()
    {
        ChangingFile file = new("""{"LinkErrors":{"FallbackRedirectUri":"https://ui.example.org/error"}}""");
        ChangingSource another = new();
        await using TestApp app = await StartAsync(file, another);

        file.Write("""{"LinkErr""");
        another.Signal();

        (await AskAsync(app, "https://one.example/cb")).Should().StartWith("https://ui.example.org/error?error=");
        app.Log.Own.Should().Contain(entry => entry.EventId.Name == "SettingsLost" && entry.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task Reload_ThatKeepsOneOfTwoClients_Counts()
    {
        ChangingFile file = new(Good);
        await using TestApp app = await StartAsync(file, setting: new("LinkErrors:Clients:two:RedirectUris:0", "https://two.example/cb"));

        file.Write("{}");

        (await AskAsync(app, "https://one.example/cb")).Should().BeNull();
        (await AskAsync(app, "https://two.example/cb")).Should().StartWith("https://two.example/cb?error=");
        app.Log.Own.Should().Contain(entry => entry.EventId.Name == "SettingsReloaded");
    }

    /// <summary>Settings may be made by code, and code may throw anything.</summary>
    [Theory]
    [InlineData(typeof(NotSupportedException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(KeyNotFoundException))]
    [InlineData(typeof(FormatException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task Reload_InWhichADelegateThrows_IsLoggedAndChangesNothing(Type type)
    {
        bool isBroken = false;
        ChangingFile file = new(Good);
        await using TestApp app = await StartAsync(file, configure: _ =>
        {
            if (isBroken)
            {
                throw (Exception)Activator.CreateInstance(type, "the vault is closed")!;
            }
        });

        isBroken = true;
        file.Write(Other);

        LogEntry error = app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "SettingsRefused").Subject;
        error.Level.Should().Be(LogLevel.Error);
        error.Exception!.Message.Should().Be("the vault is closed");
        (await AskAsync(app, "https://one.example/cb")).Should().StartWith("https://one.example/cb?error=");
    }

    private static Task<TestApp> StartAsync(
        ChangingFile file, ChangingSource? another = null, KeyValuePair<string, string?>? setting = null, Action<LinkErrorsOptions>? configure = null) =>
        TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/", string () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Interactive);
            },
            setting is { } one ? [one] : [],
            builder =>
            {
                builder.Configuration.AddJsonFile(source =>
                {
                    source.FileProvider = file;
                    source.Path = "settings.json";
                    source.ReloadOnChange = true;
                    source.ReloadDelay = 0;
                });
                builder.Configuration.Sources.Add(another ?? new ChangingSource());
                builder.Services.Configure<LinkErrorsOptions>(options => configure?.Invoke(options));
            });

    private static async Task<string?> AskAsync(TestApp app, string redirectUri)
    {
        using HttpResponseMessage response = await app.Client.GetAsync($"/?redirect_uri={redirectUri}");
        return response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.ToString() : null;
    }

    /// <summary>The configuration throws what it could not read, and the options monitor of the host what is not valid, into the change.</summary>
    private static void Ignore(Action change)
    {
        try
        {
            change();
        }
        catch (Exception exception) when (exception is AggregateException or InvalidDataException)
        {
        }
    }

    /// <summary>A source that says it has changed when a test does.</summary>
    private sealed class ChangingSource : ConfigurationProvider, IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public void Signal() => Ignore(OnReload);
    }

    /// <summary>A file whose watcher fires when a test writes it, not after a while.</summary>
    private sealed class ChangingFile(string? text) : IFileProvider, IFileInfo
    {
        private ConfigurationReloadToken _change = new();
        private string? _text = text;

        public bool Exists => _text is not null;

        public long Length => _text!.Length;

        public string? PhysicalPath => null;

        public string Name => "settings.json";

        public DateTimeOffset LastModified => default;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(Encoding.UTF8.GetBytes(_text!));

        public IFileInfo GetFileInfo(string subpath) => this;

        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

        public IChangeToken Watch(string filter) => _change;

        /// <summary>Writes it; null takes it away.</summary>
        public void Write(string? text)
        {
            _text = text;
            ConfigurationReloadToken former = _change;
            _change = new ConfigurationReloadToken();
            Ignore(former.OnReload);
        }
    }
}
