using LinkErrors.Dialects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LinkErrors.Settings;

/// <summary>The readers of callback pages: those that the application has named, and one for each dialect.</summary>
internal sealed class LinkErrorReaders(IServiceProvider services, IOptionsFactory<LinkErrorReaderOptions> options, LinkErrorDialectRegistry dialects)
{
    /// <summary>The reader of a name; of a dialect's name, the one without a name for that dialect.</summary>
    public LinkErrorReader Get(string? name) =>
        name is null ? services.GetRequiredService<LinkErrorReader>()
        : services.GetKeyedService<LinkErrorReader>(name) is { } reader ? reader
        : dialects.Contains(name) ? CreateFor(dialects.Get(name))
        : throw new InvalidOperationException(
            $"There is no reader and no dialect '{name}'.{dialects.Suggest(name)} Known dialects: {dialects.Names}. Add a reader with AddLinkErrors().AddLinkErrorReader(\"{name}\", ...).");

    private LinkErrorReader CreateFor(LinkErrorDialect dialect)
    {
        LinkErrorReaderOptions copy = options.Create(Options.DefaultName);
        copy.Dialect = dialect;
        return new LinkErrorReader(copy);
    }
}
