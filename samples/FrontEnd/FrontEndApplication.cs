using LinkErrors.Dialects;

namespace FrontEnd;

/// <summary>An application that lets its users link accounts by LinkService, on an origin of its own. Of LinkErrors it has the client only.</summary>
internal static class FrontEndApplication
{
    public static WebApplication Create(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(FrontEndApplication).Assembly.GetName().Name });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // The one setting: the dialect that the service speaks. Without it the reader recognises what it can.
        LinkErrorDialect? dialect = LinkErrorDialects.All.SingleOrDefault(item => item.Name == builder.Configuration["Dialect"]);
        builder.Services.AddSingleton(new LinkErrorReader(new LinkErrorReaderOptions { Dialect = dialect }));
        builder.Services.AddSingleton(new ServiceAddress { Uri = builder.Configuration["Service"] ?? "http://127.0.0.1:5081" });
        builder.Services.AddHttpClient<ServiceClient>().AddLinkErrors(options => options.Reader.Dialect = dialect);

        WebApplication app = builder.Build();
        app.MapGet("/", StartEndpoints.Show);
        app.MapGet("/start", StartEndpoints.StartAsync);
        app.MapPost("/password", StartEndpoints.LinkByPasswordAsync);
        app.MapPost("/email", StartEndpoints.LinkByEmailAsync);
        app.MapMethods("/callback", ["GET", "POST"], CallbackEndpoint.ShowAsync);
        return app;
    }
}
