using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LinkErrors.Settings;

/// <summary>Makes the options, after a look at the keys that they are made from, and tells of all mistakes at once.</summary>
internal sealed class LinkErrorsOptionsFactory(
    IEnumerable<IConfigureOptions<LinkErrorsOptions>> setups,
    IEnumerable<IPostConfigureOptions<LinkErrorsOptions>> postConfigures,
    IEnumerable<IValidateOptions<LinkErrorsOptions>> validations,
    IConfiguration? configuration = null)
    : OptionsFactory<LinkErrorsOptions>(setups, postConfigures, validations), IOptionsFactory<LinkErrorsOptions>
{
    LinkErrorsOptions IOptionsFactory<LinkErrorsOptions>.Create(string name)
    {
        List<string> failures = [];
        LinkErrorsOptions? options = null;
        if (configuration is null || LinkErrorsConfigurationKeys.Check(configuration.GetSection(LinkErrorsOptions.SectionName), failures))
        {
            try
            {
                options = Create(name);
            }
            catch (OptionsValidationException exception)
            {
                failures.AddRange(exception.Failures);
            }
        }

        return failures.Count == 0 ? options! : throw new LinkErrorsOptionsException(name, failures);
    }
}
