using Microsoft.Extensions.Options;

namespace LinkErrors;

/// <summary>Stops the start on a wrong setting, with its name, the value, the rule and the way out.</summary>
internal sealed class EntityFrameworkClientOptionsValidator : IValidateOptions<EntityFrameworkClientOptions>
{
    private static readonly TimeSpan MaximumTime = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, EntityFrameworkClientOptions options)
    {
        List<string> failures = [];
        CheckTime(nameof(options.Expiration), options.Expiration, TimeSpan.Zero, failures);
        CheckTime(nameof(options.UnknownExpiration), options.UnknownExpiration, TimeSpan.Zero, failures);
        CheckTime(nameof(options.QueryTimeout), options.QueryTimeout, TimeSpan.FromMilliseconds(1), failures);
        CheckCount(nameof(options.MaximumClients), options.MaximumClients, failures);
        CheckCount(nameof(options.MaximumUnknown), options.MaximumUnknown, failures);
        CheckCount(nameof(options.MaximumQueries), options.MaximumQueries, failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckTime(string key, TimeSpan value, TimeSpan least, List<string> failures)
    {
        if (value < least || value > MaximumTime)
        {
            failures.Add($"{nameof(EntityFrameworkClientOptions)}.{key} is '{value}': it is a time from {least} to {MaximumTime.TotalDays} day. Leave it out for the default.");
        }
    }

    private static void CheckCount(string key, int value, List<string> failures)
    {
        if (value < 1)
        {
            failures.Add($"{nameof(EntityFrameworkClientOptions)}.{key} is '{value}': it is at least 1. Leave it out for the default.");
        }
    }
}
