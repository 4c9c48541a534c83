using LinkErrors;
using LinkService;
using Microsoft.AspNetCore.DataProtection;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddLinkErrors();

// Every instance that shares these keys can answer a flow that another one began.
IDataProtectionBuilder protection = builder.Services.AddDataProtection().SetApplicationName("LinkService");
if (builder.Configuration["Keys"] is { Length: > 0 } folder)
{
    protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
}

WebApplication app = builder.Build();
app.UseLinkErrors();

RouteGroupBuilder link = app.MapGroup("/link").WithLinkErrors(LinkEndpointKind.Interactive);
link.MapGet("/start", LinkEndpoints.StartAsync);
link.MapGet("/callback", LinkEndpoints.FinishAsync);

// A provider of our own stands in for the real one, so that the sample needs no account anywhere.
app.MapGet("/provider/authorize", ProviderPage.Show);
app.MapLinkErrorCatalog("/errors");
app.Run();
