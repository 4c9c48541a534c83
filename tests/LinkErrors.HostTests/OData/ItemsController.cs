using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OData.Query;
using Microsoft.AspNetCore.OData.Routing.Controllers;

namespace LinkErrors.HostTests.OData;

[LinkErrors(LinkEndpointKind.Unspecified, "problem-details")]
[SuppressMessage("Performance", "CA1822", Justification = "An action is an instance method.")]
public sealed class ItemsController : ODataController
{
    [EnableQuery]
    public IQueryable<LinkItem> Get() => new[] { new LinkItem { Id = 1, Name = "ok" } }.AsQueryable();

    public IActionResult Get(int key) => key switch
    {
        404 => NotFound("There is no such item."),
        409 => Conflict("Somebody else has changed the item."),
        422 => UnprocessableEntity("The item cannot be so."),
        500 => throw new InvalidOperationException("Password=hunter2"),
        _ => BadRequest("The key is out of range."),
    };

    public IActionResult Post([FromBody] LinkItem item) => ModelState.IsValid ? Ok(item) : BadRequest(ModelState);
}
