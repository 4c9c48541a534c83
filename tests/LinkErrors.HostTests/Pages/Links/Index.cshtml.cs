using System.Diagnostics.CodeAnalysis;
using LinkErrors.HostTests.Applications;
using LinkErrors.HostTests.Matrix;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LinkErrors.HostTests.Pages.Links;

[LinkErrors]
[IgnoreAntiforgeryToken]
[SuppressMessage("Performance", "CA1822", Justification = "An action is an instance method.")]
public sealed class IndexModel : PageModel
{
    public bool Breaks { get; private set; }

    public async Task<IActionResult> OnGetAsync(string situation)
    {
        switch (situation)
        {
            case HostRoutes.Thrown:
                throw HostEndpoints.Expired;
            case HostRoutes.Unexpected:
                throw HostEndpoints.Unforeseen;
            case HostRoutes.Waiting:
                await HostEndpoints.WaitAsync(HttpContext);
                break;
        }

        Breaks = situation == HostRoutes.Rendered;
        return situation switch
        {
            HostRoutes.Returned => NotFound(),
            HostRoutes.Status => StatusCode(409),
            _ => Page(),
        };
    }

    public IActionResult OnPost() => throw HostEndpoints.Expired;
}
