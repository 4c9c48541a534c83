using LinkErrors.BrowserTests.Browsers;
using LinkErrors.BrowserTests.Sites;
using Microsoft.Playwright;

namespace LinkErrors.BrowserTests.Pages;

/// <summary>The pictures of the documentation are made here, so that they can be made again when the pages change.</summary>
[Collection(SharedBrowsers.Name)]
public sealed class ScreenshotTests(BrowserFixture browsers)
{
    private const string Update = "UPDATE_SCREENSHOTS";

    private const int MostBytes = 60 * 1024;

    private static readonly string Folder = Path.Combine(Checkout.Root, "docs", "images");

    private static readonly string[] Names = ["error-desktop", "error-phone-dark", "error-phone-arabic", "development-phone", "catalog", "lab", "inspector"];

    [ChromiumFact]
    public async Task Picture_OfTheDocumentation_IsSmallAndShown()
    {
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            await MakeAsync();
        }

        string pages = string.Concat(Directory.GetFiles(Path.Combine(Checkout.Root, "docs"), "*.md").Append(Path.Combine(Checkout.Root, "README.md")).Select(File.ReadAllText));
        Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(Names);
        foreach (string name in Names)
        {
            new FileInfo(Path.Combine(Folder, name + ".png")).Length.Should().BeLessThan(MostBytes, $"of {name}; run an optimiser over what {Update}=1 has made");
            pages.Should().Contain($"images/{name}.png");
        }
    }

    private async Task MakeAsync()
    {
        Directory.CreateDirectory(Folder);
        await using ProductSite product = await ProductSite.StartAsync();
        await using ProductSite development = await ProductSite.StartAsync(environment: "Development");
        await using LabSite lab = new();
        await TakeAsync(Names[0], new PageView(1280), product.Failing("link_token_expired"), 800);
        await TakeAsync(Names[1], new PageView(390, IsDark: true), product.Failing("provider_api_error", "Fitbit", seconds: 300), 760);
        await TakeAsync(Names[2], new PageView(390, Language: "ar"), product.Failing("link_token_expired"), 760);
        await TakeAsync(Names[3], new PageView(390), development.Failing("unexpected"), 800);
        await TakeAsync(Names[4], new PageView(1280), product.At("/errors"), 900);
        await using InspectedApplication inspected = await InspectedApplication.StartAsync();
        await inspected.AskAsync("/link?client_id=web&redirect_uri=https://client.example/cb&state=b7c1f0");
        await inspected.AskAsync("/cancelled?client_id=web&redirect_uri=https://client.example/cb");
        await inspected.AskAsync("/link?client_id=web&redirect_uri=https://client.example/CB&state=b7c1f0");
        await TakeAsync(Names[6], new PageView(1000), inspected.At("/link-errors"), 900);
        await TakeAsync(Names[5], new PageView(1280), lab.At("/?dialect=junction&code=link_token_expired&client_id=wearables"), 1000);
    }

    private async Task TakeAsync(string name, PageView view, string address, int height)
    {
        await using PageWindow window = await browsers.LookAsync(view);
        await window.Page.SetViewportSizeAsync(view.Width, height);
        await window.Page.GotoAsync(address);
        await window.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png") });
    }
}
