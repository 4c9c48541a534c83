using System.Text.Json;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Authentication;

namespace LinkErrors.Authentication;

/// <summary>
/// Recognises what only a remote login can mean by its failure, in front of the mapping of every exception: a denial, an
/// answer of the provider, a lost state, a provider out of reach.
/// </summary>
internal sealed class RemoteLoginClassifier(LinkErrorsSettingsSource settings, LinkErrorCatalog catalog)
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

    /// <summary>An authorization endpoint says these of the login (RFC 6749 §4.1.2.1); an API that says them speaks of its own affairs.</summary>
    private static readonly string[] LoginCodes = [LinkErrorCodes.InvalidScope, LinkErrorCodes.TemporarilyUnavailable];

    /// <summary>The display names that a scheme has when nobody chose one; they name a protocol, not a provider.</summary>
    private static readonly string[] ProtocolNames = ["OAuth", "OpenIdConnect"];

    /// <summary>
    /// The error with its typed exception, whose cause is the failure; no error with an exception that is left to the mapping of
    /// every exception: a link exception from inside the failure, or the failure itself.
    /// </summary>
    public (LinkError? Error, Exception Exception) Classify(RemoteLoginFailure failure)
    {
        Exception exception = failure.Exception;
        if (Find<LinkException>(exception) is { } own)
        {
            return (null, own);
        }

        ProviderAnswer? answer = ProviderAnswer.Read(exception);
        if (Recognize(failure, answer) is not { } error)
        {
            return (null, exception);
        }

        error = error with { Origin = answer?.ToOrigin() };
        string debugText = $"Scheme '{failure.Scheme.Name}'{(answer is null ? "" : $", provider {answer}")}";
        return (error, error.ToException(exception, debugText));
    }

    /// <summary>Null for what says as much anywhere: a fault of the application, or one that it maps.</summary>
    private LinkError? Recognize(RemoteLoginFailure failure, ProviderAnswer? answer)
    {
        Exception exception = failure.Exception;
        if (failure.IsDenied || (answer is not null && IsDenial(answer.Error)))
        {
            return LinkErrorDefinitions.AccessDenied.CreateError();
        }

        if (answer is not null)
        {
            return CreateError(Translate(answer), failure.Scheme);
        }

        if (exception is AuthenticationFailureException)
        {
            return failure switch
            {
                { IsStateLost: true } => LinkErrorDefinitions.CallbackStateInvalid.CreateError(),
                _ when StateFailures.Contains(exception.Message, StringComparer.Ordinal) => LinkErrorDefinitions.CallbackStateInvalid.CreateError(),
                { IsCodeMissing: true } => LinkErrorDefinitions.CallbackCodeMissing.CreateError(),
                _ => CreateError(LinkErrorDefinitions.ProviderApiError, failure.Scheme),
            };
        }

        return exception switch
        {
            _ when settings.Current.Mappings.TryFind(exception.GetType(), out _) => null,
            InvalidDataException => LinkErrorDefinitions.InvalidRequest.CreateError(),
            _ when OpenIdConnectFailure.Recognize(exception) is { } definition => CreateError(definition, failure.Scheme),
            _ when IsOfTheProvider(exception) => CreateError(LinkErrorDefinitions.ProviderApiError, failure.Scheme),
            _ => null,
        };
    }

    /// <summary>
    /// What the provider's code means for the link. One that tells of the login itself is the client's to hear: a silent login
    /// depends on <c>login_required</c>. One that tells of our own request is none of its business.
    /// </summary>
    private LinkErrorDefinition Translate(ProviderAnswer answer)
    {
        LinkErrorDefinition said = catalog.Resolve(answer.Error);
        return said.UpstreamCode == said.Code || LoginCodes.Contains(said.Code, StringComparer.Ordinal) ? said
            : said.Code == LinkErrorCodes.ServerError ? LinkErrorDefinitions.ProviderApiError
            : LinkErrorDefinitions.ProviderError;
    }

    /// <summary>In the standard's word or in one of those that well-known providers have for it.</summary>
    private bool IsDenial(string word) =>
        catalog.Any(definition => definition.IsDenial && (definition.Code == word || definition.Aliases.Contains(word, StringComparer.Ordinal)));

    /// <summary>The name of the provider is part of an error that speaks of it.</summary>
    private static LinkError CreateError(LinkErrorDefinition definition, AuthenticationScheme scheme) =>
        definition.Message.Contains("{provider", StringComparison.Ordinal) ? definition.CreateError(("provider", GetProvider(scheme))) : definition.CreateError();

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
            if (exception is HttpRequestException)
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
