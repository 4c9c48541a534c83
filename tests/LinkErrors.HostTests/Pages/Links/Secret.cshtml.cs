using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LinkErrors.HostTests.Pages.Links;

[Authorize]
[LinkErrors]
public sealed class SecretModel : PageModel;
