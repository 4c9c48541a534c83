using LinkErrors.Endpoints;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace LinkErrors.Mvc;

/// <summary>Adds the result filter, and the documentation of link errors, to all controllers.</summary>
internal sealed class ConfigureMvcOptions(LinkErrorDocumentation documentation) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        AddOnce<LinkErrorResultFilter>(options, LinkErrorResultFilter.FilterOrder);
        options.Conventions.Add(new DocumentingConvention(documentation));
    }

    public static void AddOnce<TFilter>(MvcOptions options, int order)
        where TFilter : IFilterMetadata
    {
        if (!Has<TFilter>(options))
        {
            options.Filters.Add<TFilter>(order);
        }
    }

    public static bool Has<TFilter>(MvcOptions options)
        where TFilter : IFilterMetadata =>
        options.Filters.OfType<TypeFilterAttribute>().Any(filter => filter.ImplementationType == typeof(TFilter));
}
