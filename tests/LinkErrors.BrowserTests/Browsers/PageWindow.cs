using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
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
          const scrolls = element => /auto|scroll/.test(getComputedStyle(element).overflowX);
          if (document.documentElement.scrollWidth > width) found.push('the page is ' + document.documentElement.scrollWidth + ' wide, not ' + width);
          for (const element of document.body.querySelectorAll('*')) {
            if (element.closest('svg,option')) continue;
            let scroller = element.parentElement;
            while (scroller && !scrolls(scroller)) scroller = scroller.parentElement;
            const box = element.getBoundingClientRect();
            if (!scroller && box.width && (box.left < -0.5 || box.right > width + 0.5)) found.push('leaves the page: ' + name(element));
            const style = getComputedStyle(element);
            if (style.overflowX !== 'visible' && !scrolls(element) && !element.matches('.unseen,input,select') && element.scrollWidth > element.clientWidth + 1) found.push('is cut off: ' + name(element));
          }
          return found;
        }
        """;

    private const string FindPressable = """
        () => [...document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex]')]
          .filter(element => element.tabIndex >= 0 && !element.disabled && element.checkVisibility() && element.type !== 'hidden')
        """;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _requests = new();

    private PageWindow(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>The addresses that the pages asked for, their own included.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    internal static async Task<PageWindow> OpenAsync(IBrowserContext context, PageView view)
    {
        PageWindow window = new(context, await context.NewPageAsync());
        context.Request += (_, request) => window._requests.Enqueue(request.Url);
        await view.EnlargeTextAsync(window.Page);
        return window;
    }

    /// <summary>What stands outside of its place; empty when all is well.</summary>
    public Task<string[]> FindOverflowAsync() => Page.EvaluateAsync<string[]>(FindOverflow);

    /// <summary>What keeps people out, by axe: a rule and an element each. Needs a window without the policy of pages.</summary>
    public async Task<string[]> FindBarriersAsync()
    {
        AxeResult result = await Page.RunAxe();
        result.Passes.Should().HaveCountGreaterThan(5, "axe must see the page");
        return [.. result.Violations.SelectMany(rule => rule.Nodes, (rule, node) => $"{rule.Id} ({rule.Help}): {node.Html}")];
    }

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
