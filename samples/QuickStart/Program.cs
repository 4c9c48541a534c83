using LinkErrors;
using LinkErrors.Exceptions;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddLinkErrors();

WebApplication app = builder.Build();
app.UseLinkErrors();
app.MapGet("/link/{provider}", IResult (string provider) => throw new ProviderCredentialException { Provider = provider })
    .WithLinkErrors(LinkEndpointKind.Interactive);
app.Run();
