using System.Net.Http.Json;
using LinkErrors.Dialects;
using LinkErrors.Exceptions;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Client.Tests.Docs;

public sealed class HealthClient(HttpClient http)
{
    public static void Register(IServiceCollection services, Uri peer) =>
        services.AddHttpClient<HealthClient>(client => client.BaseAddress = peer)
            .AddLinkErrors(options =>
            {
                options.Reader.Dialect = LinkErrorDialects.Junction;
                options.Reader.Codes["link_gone"] = LinkErrorCodes.LinkTokenConsumed;
            });

    public async Task<string> LinkAsync(string token)
    {
        try
        {
            using HttpResponseMessage response = await http.PostAsJsonAsync("link", new { token });
            return "linked";
        }
        catch (LinkTokenExpiredException)
        {
            return "ask for a new link";
        }
        catch (LinkException exception) when (exception.Error.IsTransient)
        {
            return $"try again in {exception.Error.RetryAfter ?? TimeSpan.FromSeconds(5)}";
        }
    }
}
