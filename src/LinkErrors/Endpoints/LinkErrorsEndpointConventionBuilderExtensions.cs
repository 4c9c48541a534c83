using LinkErrors;
using LinkErrors.Endpoints;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Makes endpoints link endpoints.</summary>
public static class LinkErrorsEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Makes an endpoint, or all endpoints of a group, link endpoints: every exception that leaves them is answered as a
    /// link error, unexpected ones as <c>server_error</c>. So is every error that a minimal API returns
    /// (<c>TypedResults.NotFound()</c>, <c>ValidationProblem</c>, <c>Problem</c>, a status of 400 and above), unless it is content
    /// of its own (<c>Results.Content</c>); for controllers see <see cref="LinkErrorsBuilder.AddMvcErrors"/>.
    /// </summary>
    /// <typeparam name="TBuilder">The kind of builder.</typeparam>
    /// <param name="builder">The endpoint or the group.</param>
    /// <param name="kind">Who calls the endpoint.</param>
    /// <param name="dialect">The name of the dialect; null to leave it to the client and the configuration.</param>
    /// <param name="answerAtEndpoint">
    /// Whether link exceptions are answered where they are thrown, see <see cref="LinkErrorsOptions.AnswerAtEndpoint"/>; null to leave it to the
    /// configuration.
    /// </param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static TBuilder WithLinkErrors<TBuilder>(
        this TBuilder builder, LinkEndpointKind kind = LinkEndpointKind.Unspecified, string? dialect = null, bool? answerAtEndpoint = null)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        LinkErrorsAttribute metadata = new(kind, dialect, answerAtEndpoint);
        builder.Add(endpoint =>
        {
            LinkErrorEndpointFilter.Attach(endpoint);
            AddMark(endpoint, metadata);
            if (answerAtEndpoint == true && endpoint.Metadata.OfType<ActionDescriptor>().FirstOrDefault() is { } action)
            {
                LinkErrorActionFilter.Attach(action);
            }
        });
        ApplyLast(builder, LinkErrorDocumentation.Apply);
        return builder;
    }

    /// <summary>Takes an endpoint, or all endpoints of a group, out again; see <see cref="DisableLinkErrorsAttribute"/>.</summary>
    /// <typeparam name="TBuilder">The kind of builder.</typeparam>
    /// <param name="builder">The endpoint or the group.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static TBuilder DisableLinkErrors<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        DisableLinkErrorsAttribute metadata = new();
        builder.Add(endpoint => AddMark(endpoint, metadata));
        return builder;
    }

    /// <summary>Names errors of an endpoint, or of all endpoints of a group, for its OpenAPI document.</summary>
    /// <typeparam name="TBuilder">The kind of builder.</typeparam>
    /// <param name="builder">The endpoint or the group, which <c>WithLinkErrors</c> has made link endpoints.</param>
    /// <param name="definitions">The definitions of the errors.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static TBuilder ProducesLinkErrors<TBuilder>(this TBuilder builder, params IEnumerable<LinkErrorDefinition> definitions)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(definitions);
        ProducesLinkErrorsAttribute metadata = new([.. definitions.Select(definition => definition.Code)]);
        builder.Add(endpoint => endpoint.Metadata.Add(metadata));
        return builder;
    }

    /// <summary>
    /// <c>Finally</c> came later than <c>Add</c>: the interface throws for builders that do not have it. There the convention
    /// sees what was said before it only.
    /// </summary>
    private static void ApplyLast(IEndpointConventionBuilder builder, Action<EndpointBuilder> convention)
    {
        try
        {
            builder.Finally(convention);
        }
        catch (Exception exception) when (exception is NotImplementedException or NotSupportedException)
        {
            builder.Add(convention);
        }
    }

    /// <summary>
    /// What is said of all controllers at once, as by <c>MapControllers().WithLinkErrors()</c>, is less specific than the
    /// attribute of one; but such a convention runs after the attributes were read.
    /// </summary>
    private static void AddMark(EndpointBuilder endpoint, ILinkErrorsMetadata metadata)
    {
        bool isAction = endpoint.Metadata.Any(item => item is ActionDescriptor);
        endpoint.Metadata.Insert(isAction ? 0 : endpoint.Metadata.Count, metadata);
    }
}
