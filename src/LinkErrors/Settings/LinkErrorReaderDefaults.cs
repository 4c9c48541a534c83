using LinkErrors.Dialects;
using Microsoft.Extensions.Options;

namespace LinkErrors.Settings;

/// <summary>What every reader of the application begins with, and whether it can work with what the application makes of that.</summary>
internal sealed class LinkErrorReaderDefaults(LinkErrorCatalog catalog, TimeProvider timeProvider, LinkErrorDialectRegistry dialects)
    : IConfigureNamedOptions<LinkErrorReaderOptions>, IValidateOptions<LinkErrorReaderOptions>
{
    /// <summary>In bytes of a form, and so in characters at least: several times what a state, a redirect URI and the tokens of a form_post callback take.</summary>
    public const int MaximumLength = 128 * 1024;

    public void Configure(string? name, LinkErrorReaderOptions options)
    {
        options.Catalog = catalog;
        options.TimeProvider = timeProvider;
        options.MaxLength = MaximumLength;
        foreach (LinkErrorDialect dialect in dialects.Custom)
        {
            options.CustomDialects.Add(dialect);
        }
    }

    public void Configure(LinkErrorReaderOptions options) => Configure(Options.DefaultName, options);

    public ValidateOptionsResult Validate(string? name, LinkErrorReaderOptions options)
    {
        string call = string.IsNullOrEmpty(name) ? "AddLinkErrorReader" : $"AddLinkErrorReader(\"{name}\")";
        string[] mistakes = [.. options.FindMistakes().Select(mistake => $"{call}: {mistake}")];
        return mistakes.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
