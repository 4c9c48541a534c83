using System.Text.Json;
using LinkErrors.Exceptions;
using LinkErrors.Handling;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Authentication;

/// <summary>The one place where the failure of a remote login becomes a link error.</summary>
internal sealed class RemoteLoginFailureMapper(LinkErrorsSettingsSource settings)
{
    /// <summary>What ASP.NET Core's handlers, and those written after them, say of a state that they cannot trust.</summary>
    private static readonly string[] StateFailures =
    [
        "Correlation failed.",
        "The oauth state was missing or invalid.",
        "OpenIdConnectAuthenticationHandler: message.State is null or empty.",
        "Unable to unprotect the message.State.",
        "Invalid state cookie.",
        "The wsfed state was missing or invalid.",
    ];

    private static readonly string[] DenialCodes =
        [.. LinkErrorCatalog.Default.Where(definition => definition.IsDenial).SelectMany(definition => definition.Aliases.Prepend(definition.Code))];

    /// <summary>The display names that a scheme has when nobody chose one; they name a protocol, not a provider.</summary>
    private static readonly string[] ProtocolNames = ["OAuth", "OpenIdConnect"];

    /// <summary>The error, and what to log with it: an expected failure as its typed exception, anything else as it is.</summary>
    public (LinkError Error, Exception Exception) Map(RemoteLoginFailure failure)
    {
        Exception exception = failure.Exception;
        if (Find<LinkException>(exception) is { } own)
        {
            return (UpstreamErrors.Translate(own.Error), own);
        }

        ProviderAnswer? answer = ProviderAnswer.Read(exception);
        LinkError? error = Classify(failure, answer);
        if (error is null)
        {
            return (new LinkError(LinkErrorDefinitions.ServerError), exception);
        }

        error = error with { Origin = answer?.ToOrigin() ?? error.Origin };
        string debugText = $"Scheme '{failure.Scheme.Name}'{(answer is null ? "" : $", provider {answer}")}";
        return (error, error.ToException(exception, debugText));
    }

    /// <summary>Null for what nobody expected: a fault of the application, not of the provider.</summary>
    private LinkError? Classify(RemoteLoginFailure failure, ProviderAnswer? answer)
    {
        Exception exception = failure.Exception;
        string? provider = GetProvider(failure.Scheme);
        if (failure.IsDenied || (answer is not null && DenialCodes.Contains(answer.Error, StringComparer.Ordinal)))
        {
            return new LinkError(LinkErrorDefinitions.AccessDenied);
        }

        if (answer is not null)
        {
            return answer.Error is LinkErrorCodes.ServerError or LinkErrorCodes.TemporarilyUnavailable
                ? new ProviderApiException { Provider = provider }.Error
                : new ProviderErrorException { Provider = provider }.Error;
        }

        if (exception is AuthenticationFailureException)
        {
            return failure switch
            {
                { IsStateLost: true } => new LinkError(LinkErrorDefinitions.CallbackStateInvalid),
                _ when StateFailures.Contains(exception.Message, StringComparer.Ordinal) => new LinkError(LinkErrorDefinitions.CallbackStateInvalid),
                { IsCodeMissing: true } => new LinkError(LinkErrorDefinitions.CallbackCodeMissing),
                _ => new ProviderApiException { Provider = provider }.Error,
            };
        }

        if (settings.Current.Mappings.TryFind(exception.GetType(), out Func<Exception, LinkError?>? map) && map(exception) is { } mapped)
        {
            return mapped;
        }

        return exception switch
        {
            BadHttpRequestException bad => new LinkError(LinkErrorDefinitions.InvalidRequest) { StatusCode = bad.StatusCode },
            InvalidDataException => new LinkError(LinkErrorDefinitions.InvalidRequest),
            _ when IsOfTheProvider(exception) => new ProviderApiException { Provider = provider }.Error,
            _ => null,
        };
    }

    /// <summary>The provider cannot be reached, is too slow, or answers what nobody can read or trust.</summary>
    private static bool IsOfTheProvider(Exception failure)
    {
        // The causes of an exception of the application are its own: a database that times out is no provider.
        // JSON of another shape than expected is an InvalidOperationException of the reader.
        if (failure is OperationCanceledException or TimeoutException or JsonException
            || failure is IOException and not (FileNotFoundException or DirectoryNotFoundException)
            || failure is InvalidOperationException && failure.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true)
        {
            return true;
        }

        for (Exception? exception = failure; exception is not null; exception = exception.InnerException)
        {
            if (exception is HttpRequestException
                || exception.GetType().Namespace?.StartsWith("Microsoft.IdentityModel", StringComparison.Ordinal) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static T? Find<T>(Exception failure)
        where T : Exception
    {
        Exception? exception = failure;
        while (exception is not null and not T)
        {
            exception = exception.InnerException;
        }

        return (T?)exception;
    }

    private static string? GetProvider(AuthenticationScheme scheme) =>
        string.IsNullOrEmpty(scheme.DisplayName) || ProtocolNames.Contains(scheme.DisplayName, StringComparer.Ordinal) ? null : scheme.DisplayName;
}
