using LinkErrors.Dialects;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Providers.Tests;

public static class LinkedProviders
{
    public static void Register(IServiceCollection services)
    {
        services.AddHttpClient("facebook").AddLinkErrors(options => options.Reader.Dialect = ProviderDialects.Facebook);
        services.AddHttpClient("fitbit").AddLinkErrors(options => options.Reader.Dialect = ProviderDialects.Fitbit);
        services.AddHttpClient("slack").AddLinkErrors(options => options.Reader.Dialect = ProviderDialects.Slack);
        services.AddHttpClient("plaid").AddLinkErrors(options => options.Reader.Dialect = ProviderDialects.Plaid);
        services.AddHttpClient("entra").AddLinkErrors(options => options.Reader.Dialect = ProviderDialects.Entra);
    }

    // What only one provider says; its code, text and reference are in the error, as everybody's.
    public static string? Explain(LinkException exception) => exception.Error.Origin?.Dialect switch
    {
        "facebook" => exception.Error.Origin.Find("error.error_user_msg"),
        "fitbit" => exception.Error.Origin.Find("errors.0.errorType"),
        "slack" => exception.Error.Origin.Find("needed"),
        "plaid" => exception.Error.Origin.Find("error_code"),
        "entra" => exception.Error.Origin.Find("correlation_id"),
        _ => null,
    };
}
