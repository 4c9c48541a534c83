using Microsoft.Extensions.Options;

namespace LinkErrors.Settings;

/// <summary>
/// What is wrong with the settings, a line for each. It is for the person who wrote them and finds it on the console: the stack is that
/// of the container, and hides them.
/// </summary>
internal sealed class LinkErrorsOptionsException(string name, IReadOnlyList<string> failures)
    : OptionsValidationException(name, typeof(LinkErrorsOptions), failures)
{
    public override string Message { get; } = failures.Count == 1
        ? failures[0]
        : $"{failures.Count} settings are wrong:{string.Concat(failures.Select(failure => $"{Environment.NewLine}  - {failure}"))}";

    public override string ToString() => $"{typeof(OptionsValidationException).FullName}: {Message}";
}
