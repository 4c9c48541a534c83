using ErrorLab;
using LinkErrors;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
if (Environment.GetEnvironmentVariable("LINKERRORS_CONFIG") is { Length: > 0 } file)
{
    builder.Configuration.AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: true).AddEnvironmentVariables();
}

builder.WebHost.UseUrls(builder.Configuration["urls"] ?? "http://127.0.0.1:5080");
builder.Services.AddLinkErrors();
builder.Services.AddControllers();
builder.Services.AddHttpClient(LabPage.HttpClientName)
    .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

WebApplication app = builder.Build();
app.UseLinkErrors();
app.MapGet("/", LabPage.ShowAsync);
app.MapGet("/ok", () => "ok").WithLinkErrors();
app.MapMethods("/try/{dialect}/{code}", TryEndpoint.Methods, TryEndpoint.Try);
app.MapMethods("/unexpected/{dialect}", TryEndpoint.Methods, TryEndpoint.Unexpected);
app.MapPost("/read", ReadEndpoint.ReadAsync).WithLinkErrors(LinkEndpointKind.Api);
app.MapPost("/check", CheckEndpoint.Check).WithLinkErrors(LinkEndpointKind.Api);
app.MapControllers();

// The lab shows what dialects say by themselves, without an address of its own in it.
app.MapLinkErrorCatalog("/errors", isErrorUri: false);
app.Run();
