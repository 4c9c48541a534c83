using System.Reflection;
using Microsoft.CodeAnalysis;

namespace LinkErrors.Analyzers;

/// <summary>The rules: their words, and where their borders are written down.</summary>
internal static class Rules
{
    public const string PublicMessageId = "LE0001";
    public const string NameId = "LE0002";
    public const string MissingMiddlewareId = "LE0003";
    public const string LostErrorId = "LE0004";
    public const string RequestRedirectId = "LE0005";

    /// <summary>The key under which a diagnostic carries the name that was meant.</summary>
    public const string Meant = "meant";

    private const string Usage = "Usage";
    private const string Security = "Security";

    public static readonly DiagnosticDescriptor PublicMessage = new(
        PublicMessageId,
        "A text that nobody wrote for the public becomes the public message",
        "'{0}' becomes public: the message is sent to the client. Give it as debugMessage, which is logged and never sent, or name it in Data for the message of the definition.",
        Security,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help(PublicMessageId));

    public static readonly DiagnosticDescriptor Name = new(
        NameId,
        "A dialect or code is misspelt",
        "There is no {0} '{1}'; did you mean '{2}'?",
        Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help(NameId));

    public static readonly DiagnosticDescriptor MissingMiddleware = new(
        MissingMiddlewareId,
        "Link endpoints without UseLinkErrors or AddMvcErrors",
        "This is a link endpoint, but nothing answers its exceptions: call app.UseLinkErrors(), or AddLinkErrors().AddMvcErrors(handleExceptions: true) where all of them are controllers",
        Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help(MissingMiddlewareId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor LostError = new(
        LostErrorId,
        "A link exception is replaced by one that loses its error",
        "'{0}' is thrown in place of the caught '{1}', so the client is told server_error. Rethrow with 'throw;', throw a LinkException, or pass the caught exception on.",
        Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help(LostErrorId));

    public static readonly DiagnosticDescriptor RequestRedirect = new(
        RequestRedirectId,
        "A link endpoint redirects to where the request says",
        "'{0}' comes from the request and nothing has looked at it, so anybody can send the browser anywhere. Redirect to the Target of HttpContext.GetLinkFlow(), which is validated, or only locally.",
        Security,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help(RequestRedirectId));

    /// <summary>The page of a rule, where the project has an address.</summary>
    private static string? Help(string id)
    {
        string? address = typeof(Rules).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(item => item.Key == "ProjectUrl")?.Value;
        return address is null ? null : $"{address.TrimEnd('/')}/blob/main/docs/analyzers.md#{id.ToLowerInvariant()}";
    }
}
