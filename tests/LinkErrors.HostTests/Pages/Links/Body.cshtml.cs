using LinkErrors.HostTests.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LinkErrors.HostTests.Pages.Links;

[LinkErrors]
[IgnoreAntiforgeryToken]
public sealed class BodyModel : PageModel
{
    public IActionResult OnPost([FromBody] LinkBody body) => ModelState.IsValid ? Page() : BadRequest(ModelState);
}
