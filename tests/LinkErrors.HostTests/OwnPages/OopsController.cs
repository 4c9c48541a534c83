using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Links;

public sealed class OopsController : Controller
{
    [HttpGet("/mvc/oops")]
    public IActionResult Index() => HttpContext.GetLinkErrorPage() is { } page ? View(page) : Content("Nothing went wrong.");
}
