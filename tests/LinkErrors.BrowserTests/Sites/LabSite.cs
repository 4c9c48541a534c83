using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace LinkErrors.BrowserTests.Sites;

/// <summary>ErrorLab on a real Kestrel.</summary>
public sealed class LabSite : WebApplicationFactory<Program>
{
    public LabSite()
    {
        UseKestrel(0);
        StartServer();
    }

    public string At(string path) => $"{ClientOptions.BaseAddress.ToString().TrimEnd('/')}{path}";

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseEnvironment("Production");
}
