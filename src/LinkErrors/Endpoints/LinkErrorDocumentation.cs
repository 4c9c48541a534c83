using LinkErrors.Diagnostics;
using LinkErrors.Dialects;
using LinkErrors.Metadata;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Endpoints;

/// <summary>
/// Describes the error responses of link endpoints as metadata that every OpenAPI generator reads: by status, with the schema
/// of the dialect and the codes in the description.
/// </summary>
internal sealed class LinkErrorDocumentation(
    LinkErrorsSettingsSource source, LinkErrorDialectRegistry dialects, LinkErrorCatalog catalog, ILogger<LinkErrorDocumentation> logger)
{
    /// <summary>What any link endpoint may answer, named or not.</summary>
    private static readonly string[] Always = [LinkErrorCodes.InvalidRequest, LinkErrorCodes.ServerError];

    /// <summary>Replaces what an earlier call has added. Without AddLinkErrors it does nothing.</summary>
    public static void Apply(EndpointBuilder endpoint)
    {
        for (int index = endpoint.Metadata.Count - 1; index >= 0; index--)
        {
            if (endpoint.Metadata[index] is LinkErrorResponseMetadata)
            {
                endpoint.Metadata.RemoveAt(index);
            }
        }

        foreach (LinkErrorResponseMetadata response in endpoint.ApplicationServices.GetService<LinkErrorDocumentation>()?.Describe([.. endpoint.Metadata], isMarked: true) ?? [])
        {
            endpoint.Metadata.Add(response);
        }
    }

    /// <summary>The error responses of an endpoint; none for one that is not marked, or is taken out.</summary>
    public IReadOnlyList<LinkErrorResponseMetadata> Describe(IReadOnlyList<object> metadata, bool isMarked = false)
    {
        ILinkErrorsMetadata[] marks = [.. metadata.OfType<ILinkErrorsMetadata>()];
        if (marks is [.., { IsEnabled: false }] || !(isMarked || marks.Length > 0))
        {
            return [];
        }

        (LinkEndpointKind kind, string? name, _, _) = LinkEndpoint.Combine(request: null, marks);
        LinkErrorDialect dialect = dialects.Contains(name) ? dialects.Get(name!) : source.Current.Dialect;
        try
        {
            return [.. Describe(metadata, kind, dialect)];
        }
        catch (Exception fault)
        {
            // Endpoints are built here: a dialect that fails must not take the whole application with it.
            LinkErrorsLog.DocumentationFailed(logger, dialect.Name, fault);
            return [];
        }
    }

    private IEnumerable<LinkErrorResponseMetadata> Describe(IReadOnlyList<object> metadata, LinkEndpointKind kind, LinkErrorDialect dialect)
    {
        LinkErrorDefinition[] errors =
        [
            .. metadata.OfType<ProducesLinkErrorsAttribute>().SelectMany(named => named.Codes).Concat(Always)
                .Distinct(StringComparer.Ordinal)
                .Select(code => catalog.TryFind(code, out LinkErrorDefinition? definition) ? definition : null)
                .OfType<LinkErrorDefinition>(),
        ];
        HashSet<int> taken =
        [
            .. metadata.OfType<IProducesResponseTypeMetadata>().Select(item => item.StatusCode),
            .. metadata.OfType<IApiResponseMetadataProvider>().Where(item => item is not LinkErrorResponseMetadata).Select(item => item.StatusCode),
        ];
        LinkErrorWriteContext context = new() { IsTokenEndpoint = kind != LinkEndpointKind.Interactive && !ProtectedResource.IsDescribedBy(metadata) };
        IEnumerable<LinkErrorResponseMetadata> bodies = errors
            .GroupBy(error => dialect.GetStatusCode(new LinkError(error), context))
            .OrderBy(group => group.Key)
            .Select(group => DescribeBody(dialect, group.Key, group));

        // What the application has said of a status itself is not overwritten.
        return bodies.Concat(kind == LinkEndpointKind.Api ? [] : [DescribeRedirect(dialect)]).Where(response => !taken.Contains(response.StatusCode));
    }

    private static LinkErrorResponseMetadata DescribeBody(LinkErrorDialect dialect, int status, IEnumerable<LinkErrorDefinition> errors)
    {
        IEnumerable<string> codes = errors.Select(error =>
            dialect.GetWireCode(error) is var wire && wire == error.Code ? $"`{wire}` ({error.Title})" : $"`{wire}` for `{error.Code}` ({error.Title})");
        string description = $"Link error, {dialect.Name} dialect: {string.Join(", ", codes)}";
        return dialect is IBodyTypeDialect { BodyType: { } type }
            ? new LinkErrorResponseMetadata(status, type, dialect.ContentType, description)
            : LinkErrorResponseMetadata.WithoutBody(status, description);
    }

    private static LinkErrorResponseMetadata DescribeRedirect(LinkErrorDialect dialect)
    {
        LinkErrorParameters parameters = [];
        dialect.WriteParameters(new LinkError(LinkErrorDefinitions.ServerError), LinkErrorWriteContext.Default, parameters);
        string names = string.Join(", ", parameters.Select(parameter => $"`{parameter.Name}`"));
        return LinkErrorResponseMetadata.WithoutBody(
            dialect.RedirectStatusCode, $"Link error, {dialect.Name} dialect: redirect to the validated target of the client, with {names}");
    }
}
