using Microsoft.Extensions.Logging;

namespace LinkErrors.Diagnostics;

/// <summary>Every log message of the library. 1 to 9: answers; 10 to 19: targets; 20 to 29: settings; 30 to 39: faults; 40 to 49: set-up.</summary>
internal static partial class LinkErrorsLog
{
    /// <summary>How every line about an answer ends, so that it is found by whatever is known of it.</summary>
    private const string Whose = " Reference {Reference}, trace {ReferenceId}, client {ClientId}, route {Route}, target {TargetHost}.";

    [LoggerMessage(1, LogLevel.Information, "Answered link error {Code} with {StatusCode} as {Delivery} in dialect {Dialect}." + Whose + " Reason: {Reason}", EventName = "LinkErrorAnswered")]
    public static partial void Answered(
        ILogger logger, string code, int statusCode, string delivery, string dialect, string reason, string reference, string referenceId, string clientId, string route, string targetHost);

    [LoggerMessage(2, LogLevel.Error, "An unexpected exception was answered as link error {Code} with {StatusCode} as {Delivery} in dialect {Dialect}." + Whose, EventName = "UnexpectedExceptionAnswered")]
    public static partial void UnexpectedAnswered(
        ILogger logger, string code, int statusCode, string delivery, string dialect, string reference, string referenceId, string clientId, string route, string targetHost, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "Answered link error {Code} with {StatusCode} as {Delivery} in dialect {Dialect}." + Whose + " Reason: {Reason}", EventName = "FailureAnswered")]
    public static partial void FailureAnswered(
        ILogger logger, string code, int statusCode, string delivery, string dialect, string reason, string reference, string referenceId, string clientId, string route, string targetHost);

    [LoggerMessage(3, LogLevel.Debug, "The client left before link error {Code} could be answered.", EventName = "ClientGone")]
    public static partial void ClientGone(ILogger logger, string code);

    [LoggerMessage(4, LogLevel.Warning, "Link error {Code} could not be answered because the response had started; the exception goes on.", EventName = "ResponseStarted")]
    public static partial void ResponseStarted(ILogger logger, string code);

    [LoggerMessage(5, LogLevel.Debug, "Link error {Code} was left to an event handler, which says that it has answered.", EventName = "HandledByEvent")]
    public static partial void HandledByEvent(ILogger logger, string code);

    [LoggerMessage(10, LogLevel.Information, "The request names the unknown client {ClientId} (redirect URI {RedirectUri}), so it has no target.", EventName = "ClientUnknown")]
    public static partial void ClientUnknown(ILogger logger, string clientId, string redirectUri);

    [LoggerMessage(11, LogLevel.Information, "The redirect URI {RedirectUri} was refused for client {ClientId}: {Refusal}", EventName = "RedirectUriRefused")]
    public static partial void RedirectUriRefused(ILogger logger, string redirectUri, string clientId, string refusal);

    [LoggerMessage(12, LogLevel.Error, "The flow source {Source} (client store {Store}) failed; the error is answered here, without a redirect.", EventName = "FlowSourceFailed")]
    public static partial void FlowSourceFailed(ILogger logger, string source, string store, Exception exception);

    [LoggerMessage(13, LogLevel.Error, "The flow source {Source} (client store {Store}) did not answer within {Timeout}; the error is answered here, without a redirect.", EventName = "FlowSourceTooSlow")]
    public static partial void FlowSourceTooSlow(ILogger logger, string source, string store, TimeSpan timeout);

    [LoggerMessage(14, LogLevel.Information, "The state of client {ClientId} ({Length} characters) could not be returned exactly as it came, so the flow has no target.", EventName = "StateNotEchoable")]
    public static partial void StateNotEchoable(ILogger logger, string clientId, int length);

    [LoggerMessage(15, LogLevel.Information, "The protected state was refused as {Code}: {Reason}", EventName = "StateRefused")]
    public static partial void StateRefused(ILogger logger, string code, string reason);

    [LoggerMessage(16, LogLevel.Information, "The request could not be read ({Reason}), so the error is answered here, without a redirect.", EventName = "RequestUnreadable")]
    public static partial void RequestUnreadable(ILogger logger, string reason);

    [LoggerMessage(17, LogLevel.Warning, "The flow source {Source} (client store {Store}) held its thread for {Elapsed}, longer than the {Timeout} that a search may take. Nobody can leave one that blocks; make it asynchronous.", EventName = "FlowSourceBlocked")]
    public static partial void FlowSourceBlocked(ILogger logger, string source, string store, TimeSpan elapsed, TimeSpan timeout);

    [LoggerMessage(18, LogLevel.Error, "The key ring of Data Protection cannot be read, so no protected state can be made or read, and what would depend on one is answered here, without a redirect. Check where its keys are persisted and how they are encrypted. This is logged once until the key ring works again.", EventName = "KeyRingUnreadable")]
    public static partial void KeyRingUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(19, LogLevel.Warning, "The client store {Store} answered with client {ClientId} where client {RequestedClientId} with redirect URI {RedirectUri} was asked for, so the request has no target. A store compares letter for letter.", EventName = "StoreAnsweredAnother")]
    public static partial void StoreAnsweredAnother(ILogger logger, string store, string clientId, string requestedClientId, string redirectUri);

    [LoggerMessage(20, LogLevel.Information, "The settings were reloaded; there are {ClientCount} clients now.", EventName = "SettingsReloaded")]
    public static partial void SettingsReloaded(ILogger logger, int clientCount);

    [LoggerMessage(21, LogLevel.Warning, "There is no dialect {Dialect}; dialect {Default} is used instead.{Suggestion} Known dialects: {Known}.", EventName = "DialectUnknown")]
    public static partial void DialectUnknown(ILogger logger, string dialect, string @default, string suggestion, string known);

    [LoggerMessage(22, LogLevel.Error, "The settings were changed, but are not valid; the former ones stay in force.", EventName = "SettingsRefused")]
    public static partial void SettingsRefused(ILogger logger, Exception exception);

    [LoggerMessage(23, LogLevel.Warning, "The error responses of an endpoint could not be described in dialect {Dialect}, so they are missing in its OpenAPI document.", EventName = "DocumentationFailed")]
    public static partial void DocumentationFailed(ILogger logger, string dialect, Exception exception);

    [LoggerMessage(24, LogLevel.Warning, "The settings were reloaded without {Lost}, as when a file is half written or away for a moment; the former settings with {ClientCount} clients stay in force. Restart the service if this is meant.", EventName = "SettingsLost")]
    public static partial void SettingsLost(ILogger logger, string lost, int clientCount);

    [LoggerMessage(25, LogLevel.Warning, "{Setting} of client {ClientId} has no effect on its redirect URI {RedirectUri}: {Advice} Clients with the same fault beside it: {Others}.", EventName = "PortsIneffective")]
    public static partial void PortsIneffective(ILogger logger, string setting, string clientId, string redirectUri, string advice, int others);

    [LoggerMessage(26, LogLevel.Warning, "Client {ClientId} has no redirect URI, so every error of its flows is answered here. Add its RedirectUris, or remove the client. Clients with the same fault beside it: {Others}.", EventName = "RedirectUrisMissing")]
    public static partial void RedirectUrisMissing(ILogger logger, string clientId, int others);

    [LoggerMessage(27, LogLevel.Warning, "The redirect URI {RedirectUri} is registered by client {ClientId} and by client {OtherClientId}. A request that names it without a client_id is taken for one of {ClientId}. Register it once, or send the client_id. URIs with the same fault beside it: {Others}.", EventName = "RedirectUriShared")]
    public static partial void RedirectUriShared(ILogger logger, string redirectUri, string clientId, string otherClientId, int others);

    [LoggerMessage(28, LogLevel.Warning, "The redirect URI {RedirectUri} of client {ClientId} has a '*', which stands for itself: redirect URIs are compared letter for letter (RFC 9700 section 4.1.3). Register each redirect URI by itself. URIs with the same fault beside it: {Others}.", EventName = "WildcardIneffective")]
    public static partial void WildcardIneffective(ILogger logger, string redirectUri, string clientId, int others);

    [LoggerMessage(29, LogLevel.Warning, "Client {ClientId} of the settings is not known to the client store {Store}, which the application has registered in place of the settings, unless that store reads them by itself. Move the client into the store, or remove it from the settings. Clients beside it: {Others}.", EventName = "ClientsUnused")]
    public static partial void ClientsUnused(ILogger logger, string clientId, string store, int others);

    [LoggerMessage(30, LogLevel.Error, "The mapping of {ExceptionType} failed; the exception is answered as server_error.", EventName = "MappingFailed")]
    public static partial void MappingFailed(ILogger logger, Type exceptionType, Exception exception);

    [LoggerMessage(31, LogLevel.Critical, "Link error {Code} could not be answered as intended; a plain response is sent. The cause of the error follows under the same reference." + Whose, EventName = "ResponseFailed")]
    public static partial void ResponseFailed(ILogger logger, string code, string reference, string referenceId, string clientId, string route, string targetHost, Exception exception);

    [LoggerMessage(32, LogLevel.Error, "The exception that led to link error {Code}." + Whose, EventName = "ResponseFailedCause")]
    public static partial void ResponseFailedCause(ILogger logger, string code, string reference, string referenceId, string clientId, string route, string targetHost, Exception exception);

    [LoggerMessage(33, LogLevel.Error, "Link error {Code} was answered, but the handler of OnResponded failed." + Whose, EventName = "RespondedHandlerFailed")]
    public static partial void RespondedHandlerFailed(ILogger logger, string code, string reference, string referenceId, string clientId, string route, string targetHost, Exception exception);

    [LoggerMessage(34, LogLevel.Error, "The handler of OnMappingException failed for {ExceptionType}, which is no link error and goes on to the host.", EventName = "MappingHandlerFailed")]
    public static partial void MappingHandlerFailed(ILogger logger, Type exceptionType, Exception exception);

    [LoggerMessage(36, LogLevel.Error, "The page {Page} of the application failed for link error {Code}; the library's page is shown.", EventName = "ErrorPageFailed")]
    public static partial void ErrorPageFailed(ILogger logger, string page, string code, Exception exception);

    [LoggerMessage(37, LogLevel.Error, "The page {Page} of the application wrote nothing for link error {Code}; the library's page is shown. Check that an endpoint answers GET there.", EventName = "ErrorPageEmpty")]
    public static partial void ErrorPageEmpty(ILogger logger, string page, string code);

    [LoggerMessage(38, LogLevel.Error, "LinkErrors:ErrorPage:Path is {Path}, but the application does not call UseLinkErrors, which runs it; the library's page is shown.", EventName = "ErrorPageUnreachable")]
    public static partial void ErrorPageUnreachable(ILogger logger, string path);

    [LoggerMessage(39, LogLevel.Error, "The texts of {Resource} failed for the key {Key}; the library's texts are shown. This is logged once until they can be read again.", EventName = "PageTextsFailed")]
    public static partial void PageTextsFailed(ILogger logger, string resource, string key, Exception exception);

    [LoggerMessage(35, LogLevel.Warning, "The flow source {Source} (client store {Store}) failed after the search had been left: {Reason}", EventName = "FlowSourceFailedLate")]
    public static partial void FlowSourceFailedLate(ILogger logger, string source, string store, string reason);

    [LoggerMessage(40, LogLevel.Warning, "There are link endpoints, such as {Endpoint}, but the application does not call UseLinkErrors, so nothing answers what they throw. Add 'app.UseLinkErrors();' behind UseExceptionHandler and in front of the endpoints.", EventName = "MiddlewareMissing")]
    public static partial void MiddlewareMissing(ILogger logger, string endpoint);

    [LoggerMessage(41, LogLevel.Warning, "A request for the link endpoint {Endpoint} has not passed the middleware of LinkErrors, so nothing answers what it throws. Move 'app.UseLinkErrors();' behind UseExceptionHandler and in front of UseEndpoints and of what ends requests earlier; for endpoints with ShortCircuit(), in front of UseRouting. This is logged once.", EventName = "MiddlewareBehindEndpoints")]
    public static partial void MiddlewareBehindEndpoints(ILogger logger, string endpoint);

    [LoggerMessage(42, LogLevel.Warning, "[LinkErrors] stands on controllers, such as on {Action}, but errors that they return stay as they are. Add 'builder.Services.AddLinkErrors().AddMvcErrors();'.", EventName = "MvcErrorsMissing")]
    public static partial void MvcErrorsMissing(ILogger logger, string action);

    [LoggerMessage(43, LogLevel.Warning, "AddRemoteLoginErrors names the scheme {Scheme}, {Fault}, so it answers none of its logins. Remote schemes are: {Known}. Correct the name, or leave it out: without a name, logins that begin with SetLinkFlow are answered.", EventName = "RemoteSchemeUnknown")]
    public static partial void RemoteSchemeUnknown(ILogger logger, string scheme, string fault, string known);

    [LoggerMessage(44, LogLevel.Warning, "The endpoint {Endpoint} is marked as a link endpoint, but {Framework} catches what its methods throw and answers in a protocol of its own, so the mark holds for HTTP errors ahead of them only. Use {Remedy} (docs/other-frameworks.md), and take the mark away or say DisableLinkErrors.", EventName = "MarkWithoutEffect")]
    public static partial void MarkWithoutEffect(ILogger logger, string endpoint, string framework, string remedy);

    [LoggerMessage(45, LogLevel.Warning, "States are protected with keys that nobody has said where to keep, so another instance, or this one in a new container, cannot read them. Call 'builder.Services.AddDataProtection().SetApplicationName(…)' and one of its PersistKeysTo… (docs/operations.md). This is logged once, and never in Development.", EventName = "KeyRingNotPersisted")]
    public static partial void KeyRingNotPersisted(ILogger logger);
}
