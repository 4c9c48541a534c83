using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace LinkErrors.BrowserTests.Browsers;

/// <summary>A window of Chromium in which a page is looked at closely.</summary>
public sealed class PageWindow : IAsyncDisposable
{
    /// <summary>What is wider than its place, unless it is in something that scrolls by itself.</summary>
    private const string FindOverflow = """
        () => {
          const width = document.documentElement.clientWidth, found = [];
          const name = element => element.localName + [...element.classList].map(c => '.' + c).join('') + ' "' + element.textContent.trim().slice(0, 40) + '"';
          const styles = new Map();
          const overflows = element => styles.get(element) ?? (styles.set(element, getComputedStyle(element).overflowX), styles.get(element));
          const scrolls = element => /auto|scroll/.test(overflows(element));
          if (document.documentElement.scrollWidth > width) found.push('the page is ' + document.documentElement.scrollWidth + ' wide, not ' + width);
          for (const element of document.body.querySelectorAll('*')) {
            if (element.closest('svg,option')) continue;
            let scroller = element.parentElement;
            while (scroller && !scrolls(scroller)) scroller = scroller.parentElement;
            const box = element.getBoundingClientRect();
            if (!scroller && box.width && (box.left < -0.5 || box.right > width + 0.5)) found.push('leaves the page: ' + name(element));
            if (overflows(element) !== 'visible' && !scrolls(element) && !element.matches('.unseen,input,select') && element.scrollWidth > element.clientWidth + 1) found.push('is cut off: ' + name(element));
          }
          return found;
        }
        """;

    private const string FindPressable = """
        () => [...document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex]')]
          .filter(element => element.tabIndex >= 0 && !element.disabled && element.checkVisibility() && element.type !== 'hidden')
        """;

    /// <summary>Every element that passes would be described, which takes longer than to look at it.</summary>
    private const string FindBarriers = """
        async rules => {
          const result = await axe.run(document, { resultTypes: ['violations'], ...(rules.length && { runOnly: { type: 'rule', values: rules } }) });
          if (result.passes.length <= (rules.length ? 0 : 5)) throw new Error('axe does not see the page');
          return result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id} (${rule.help}): ${node.html}`));
        }
        """;

    /// <summary>Read once, and run in the page itself.</summary>
    private static readonly Lazy<string> Axe = new(() =>
    {
        using StreamReader reader = new(typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!);
        return reader.ReadToEnd();
    });

    private readonly IBrowserContext _context;
    private readonly ICDPSession _session;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _refusals = new();

    private PageWindow(IBrowserContext context, IPage page, ICDPSession session) => (_context, Page, _session) = (context, page, session);

    public IPage Page { get; }

    /// <summary>The addresses that the pages asked for, their own included.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>What the policies of pages blocked, in Chromium's words.</summary>
    public IReadOnlyCollection<string> Refusals => _refusals;

    internal static async Task<PageWindow> OpenAsync(IBrowserContext context, PageView view)
    {
        IPage page = await context.NewPageAsync();
        PageWindow window = new(context, page, await context.NewCDPSessionAsync(page));
        context.Request += (_, request) => window._requests.Enqueue(request.Url);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                window._refusals.Enqueue(message.Text);
            }
        };
        await window.ChangeAsync(view);
        return window;
    }

    /// <summary>Puts HTML at the end of the pages of a site, as if it had forgotten to encode. Their headers stay.</summary>
    public Task InjectAsync(string markup) => Page.RouteAsync("**/*", async route =>
    {
        IAPIResponse response = await route.FetchAsync();
        string html = await response.TextAsync();
        await route.FulfillAsync(new RouteFulfillOptions
        {
            Status = response.Status,
            Headers = response.Headers.Where(header => header.Key != "content-length"),
            Body = html.Replace("</main>", markup + "</main>", StringComparison.Ordinal),
        });
    });

    /// <summary>Looks in another way at what is shown; what comes next is asked for in the language of the view.</summary>
    public Task ChangeAsync(PageView view) => view.ApplyAsync(Page, _session);

    /// <summary>What stands outside of its place in any of the views; empty when all is well. A page is loaded once for each language.</summary>
    /// <param name="views">The views.</param>
    /// <param name="address">The address of the page.</param>
    /// <param name="prepareAsync">What she does first.</param>
    public async Task<string[]> FindOverflowAsync(IEnumerable<PageView> views, string address, Func<PageWindow, Task>? prepareAsync = null)
    {
        List<string> found = [];
        foreach (IGrouping<string, PageView> sameLanguage in views.GroupBy(view => view.Language, StringComparer.Ordinal))
        {
            await ChangeAsync(sameLanguage.First());
            await Page.GotoAsync(address);
            await (prepareAsync?.Invoke(this) ?? Task.CompletedTask);
            foreach (PageView view in sameLanguage)
            {
                await ChangeAsync(view);
                found.AddRange((await FindOverflowAsync()).Select(problem => $"{view}: {problem}"));
            }
        }

        return [.. found];
    }

    /// <summary>What keeps people out of a page that was looked at already, now that its colours are others.</summary>
    public Task<string[]> FindBarriersOfColourAsync() => FindBarriersAsync("color-contrast", "link-in-text-block");

    /// <summary>What stands outside of its place; empty when all is well.</summary>
    public Task<string[]> FindOverflowAsync() => Page.EvaluateAsync<string[]>(FindOverflow);

    /// <summary>What keeps people out, by axe: a rule and an element each. Needs a window without the policy of pages.</summary>
    /// <param name="rules">The rules of axe to look for; none for all of WCAG 2.2 AA and good practice.</param>
    public async Task<string[]> FindBarriersAsync(params string[] rules)
    {
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await Page.EvaluateAsync(Axe.Value);
        }

        return await Page.EvaluateAsync<string[]>(FindBarriers, rules);
    }

    /// <summary>What moves by itself, or takes its time to change; empty when nothing does.</summary>
    public Task<string[]> FindMotionAsync() => Page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('*')].filter(element => {
          const style = getComputedStyle(element);
          return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === 'smooth';
        }).map(element => element.localName + '.' + element.className)
        """);

    /// <summary>Presses Tab through the whole page.</summary>
    /// <returns>What is wrong: what is not reached in the order of the page, or does not show that it is.</returns>
    public async Task<string[]> FindKeyboardTrapsAsync()
    {
        int count = await Page.EvaluateAsync<int>($"({FindPressable})().length");
        List<string> wrong = [];
        for (int expected = 0; expected < count; expected++)
        {
            await Page.Keyboard.PressAsync("Tab");
            string? problem = await Page.EvaluateAsync<string?>(
                $$"""
                expected => {
                  const found = ({{FindPressable}})(), focused = document.activeElement, style = getComputedStyle(focused);
                  const name = element => element.localName + ' "' + (element.textContent.trim() || element.name || '') + '"';
                  if (focused !== found[expected]) return name(focused) + ' has the focus, and it is the turn of ' + name(found[expected]);
                  return style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 1 ? name(focused) + ' does not show its focus' : null;
                }
                """,
                expected);
            if (problem is not null)
            {
                wrong.Add(problem);
            }
        }

        return [.. wrong];
    }

    /// <summary>How many things there are to press.</summary>
    public Task<int> CountPressableAsync() => Page.EvaluateAsync<int>($"({FindPressable})().length");

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
