using LinkErrors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Client;

namespace Links;

public static class IdentityWebSample
{
    public static void AddServices(IServiceCollection services) =>
        services.AddLinkErrors(options => options.Map<MsalServiceException>(Read)).AddRemoteLoginErrors();

    // A 4xx is an error that the provider named; without an answer, or with a 5xx, it does not work.
    private static LinkError Read(MsalServiceException exception) =>
        (exception.StatusCode is >= 400 and < 500 ? LinkErrorDefinitions.ProviderError : LinkErrorDefinitions.ProviderApiError).CreateError(("provider", "Microsoft"));
}
