using Microsoft.CodeAnalysis;

namespace LinkErrors.Analyzers;

/// <summary>The types of the library that a compilation sees. Without them there is nothing to look for.</summary>
internal sealed class LinkErrorTypes
{
    private LinkErrorTypes(INamedTypeSymbol exception, INamedTypeSymbol error, INamedTypeSymbol linkException, Compilation compilation)
    {
        Exception = exception;
        Error = error;
        LinkException = linkException;
        Definition = compilation.GetTypeByMetadataName("LinkErrors.LinkErrorDefinition");
        Origin = compilation.GetTypeByMetadataName("LinkErrors.LinkErrorOrigin");
        Reading = compilation.GetTypeByMetadataName("LinkErrors.Dialects.LinkErrorReading");
        Attribute = compilation.GetTypeByMetadataName("LinkErrors.LinkErrorsAttribute");
        DisableAttribute = compilation.GetTypeByMetadataName("LinkErrors.DisableLinkErrorsAttribute");
    }

    public INamedTypeSymbol Exception { get; }

    public INamedTypeSymbol Error { get; }

    public INamedTypeSymbol LinkException { get; }

    public INamedTypeSymbol? Definition { get; }

    public INamedTypeSymbol? Origin { get; }

    public INamedTypeSymbol? Reading { get; }

    public INamedTypeSymbol? Attribute { get; }

    public INamedTypeSymbol? DisableAttribute { get; }

    public static LinkErrorTypes? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("System.Exception") is { } exception
        && compilation.GetTypeByMetadataName("LinkErrors.LinkError") is { } error
        && compilation.GetTypeByMetadataName("LinkErrors.LinkException") is { } linkException
            ? new LinkErrorTypes(exception, error, linkException, compilation)
            : null;

    /// <summary>Whether a member is one of the library, in whichever of its assemblies.</summary>
    public static bool Declare(ISymbol? member) => member?.ContainingAssembly?.Name is { } name && IsLibrary(name);

    public static bool IsLibrary(string assembly) =>
        assembly is "LinkErrors" or "LinkErrors.Core" or "LinkErrors.Client" or "LinkErrors.Providers" or "LinkErrors.EntityFrameworkCore" or "LinkErrors.Testing";

    /// <summary>Whether a type is another, or derives from it.</summary>
    public static bool Is(ITypeSymbol? type, INamedTypeSymbol? other)
    {
        for (ITypeSymbol? current = type; current is not null && other is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, other))
            {
                return true;
            }
        }

        return false;
    }
}
