using Microsoft.Extensions.Options;

namespace LinkErrors.Client;

/// <summary>Checks the options of each client when it is made, whoever has set them.</summary>
internal sealed class ClientOptionsCheck : IValidateOptions<LinkErrorClientOptions>
{
    public ValidateOptionsResult Validate(string? name, LinkErrorClientOptions options)
    {
        string[] mistakes = [.. options.Reader.FindMistakes().Select(mistake => $"AddLinkErrors of the HttpClient '{name}': Reader.{mistake}")];
        return mistakes.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
