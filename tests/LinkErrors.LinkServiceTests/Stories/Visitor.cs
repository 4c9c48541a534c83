using Microsoft.Playwright;

namespace LinkErrors.LinkServiceTests.Stories;

/// <summary>A person who links, and what she does.</summary>
public sealed class Visitor(IBrowserContext context, IPage page, string frontEnd) : IAsyncDisposable
{
    public IPage Page => page;

    /// <summary>Begins a link; the query says how the answer comes back and what the token is.</summary>
    public Task BeginAsync(string way, string more = "") => page.GotoAsync($"{frontEnd}/start?way={way}{more}");

    public Task ConsentAsync(string decision, string account, string then = "works", bool leavesOutActivity = false) =>
        ConsentAsync(page, decision, account, then, leavesOutActivity);

    /// <summary>Links in a window of its own, which tells this one how it ended and closes itself.</summary>
    public async Task LinkInWindowAsync(string decision, string account)
    {
        await page.GotoAsync(frontEnd);
        await page.SelectOptionAsync("#link [name=mode]", "web_message");
        IPage window = await page.RunAndWaitForPopupAsync(() => page.ClickAsync("#link button"));
        TaskCompletionSource closed = new();
        window.Close += (_, _) => closed.TrySetResult();
        await ConsentAsync(window, decision, account);
        await closed.Task.WaitAsync(TimeSpan.FromMinutes(1));
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

    /// <summary>What the front end shows in the end: the heading, what is below it, and in brackets the code of an error and the way that the answer took.</summary>
    public async Task<string> ReadAsync()
    {
        await page.WaitForSelectorAsync("[data-outcome]");
        page.Url.Should().StartWith(frontEnd, "the story ends at the front end");
        return await page.EvaluateAsync<string>("""
            () => {
              const text = selector => document.querySelector(selector)?.innerText ?? '';
              return `${text('h1')}. ${text('h1 + p')} (${[text('#code'), text('#way')].filter(Boolean).join(', ')})`;
            }
            """);
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static async Task ConsentAsync(IPage page, string decision, string account, string then = "works", bool leavesOutActivity = false)
    {
        await page.FillAsync("[name=account]", account);
        await page.SelectOptionAsync("[name=then]", then);
        if (leavesOutActivity)
        {
            await page.UncheckAsync("[value=activity]");
        }

        await page.ClickAsync($"[value={decision}]");
    }
}
