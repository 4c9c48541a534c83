using Microsoft.Playwright;

namespace LinkErrors.LinkServiceTests;

/// <summary>A person who links, and what she does.</summary>
public sealed class Visitor(IBrowserContext context, IPage page, string frontEnd) : IAsyncDisposable
{
    public IPage Page => page;

    /// <summary>Begins a link; the query says how the answer comes back and what the token is.</summary>
    public Task BeginAsync(string way, string more = "") => page.GotoAsync($"{frontEnd}/start?way={way}{more}");

    public async Task ConsentAsync(string decision, string account, string then = "works", bool leavesOutActivity = false)
    {
        await page.FillAsync("[name=account]", account);
        await page.SelectOptionAsync("[name=then]", then);
        if (leavesOutActivity)
        {
            await page.UncheckAsync("[value=activity]");
        }

        await page.ClickAsync($"[value={decision}]");
    }

    public async Task PasswordAsync(string username, string password, string code = "")
    {
        await page.GotoAsync(frontEnd);
        await page.FillAsync("[name=username]", username);
        await page.FillAsync("[name=password]", password);
        await page.FillAsync("[name=code]", code);
        await page.ClickAsync("form[action='/password'] button");
    }

    public async Task EmailAsync(string region)
    {
        await page.GotoAsync(frontEnd);
        await page.FillAsync("[name=region]", region);
        await page.ClickAsync("form[action='/email'] button");
    }

    /// <summary>What the front end shows in the end: the heading, and for an error its code.</summary>
    public async Task<string> ReadAsync()
    {
        await page.WaitForSelectorAsync("[data-outcome]");
        page.Url.Should().StartWith(frontEnd, "the story ends at the front end");
        string heading = await page.InnerTextAsync("h1");
        return await page.GetAttributeAsync("[data-outcome]", "data-outcome") == "success" ? heading : $"{heading} ({await page.InnerTextAsync("#code")})";
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
