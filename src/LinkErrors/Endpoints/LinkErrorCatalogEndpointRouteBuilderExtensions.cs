using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using LinkErrors;
using LinkErrors.Dialects;
using LinkErrors.Pages;
using LinkErrors.Responses;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Publishes the documentation of the errors that an application can answer with.</summary>
public static class LinkErrorCatalogEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps a page that documents every error of the catalog, with its code as anchor. Errors point there by themselves where
    /// <see cref="LinkErrorsOptions.ErrorUriBase"/> names no other page. Clients that prefer JSON get the same as JSON.
    /// </summary>
    /// <param name="endpoints">The endpoints of the application.</param>
    /// <param name="pattern">The route. One with parameters has no single address, so that errors do not point there.</param>
    /// <param name="isErrorUri">Whether errors without a help URI of their own point there.</param>
    /// <returns>A builder for conventions such as authorization.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> is null.</exception>
    public static IEndpointConventionBuilder MapLinkErrorCatalog(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/errors", bool isErrorUri = true)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        LinkErrorCatalog catalog = endpoints.ServiceProvider.GetRequiredService<LinkErrorCatalog>();
        IReadOnlyList<LinkErrorDialect> dialects = endpoints.ServiceProvider.GetRequiredService<LinkErrorDialectRegistry>().All;
        Lazy<PageDocument> page = new(() => CatalogPage.Render(catalog, dialects));
        Lazy<ReadOnlyMemory<byte>> json = new(() => RenderJson(catalog, dialects));
        IEndpointConventionBuilder builder = endpoints.MapGet(pattern, context =>
        {
            context.Response.Headers.Vary = "Accept";
            if (ClientPreferences.PrefersJson(context.Request))
            {
                context.Response.ContentType = "application/json";
                return context.Response.Body.WriteAsync(json.Value, context.RequestAborted).AsTask();
            }

            ResponseHeaders.Apply(context.Response, page.Value);
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.Body.WriteAsync(page.Value.Html, context.RequestAborted).AsTask();
        });
        if (isErrorUri)
        {
            CatalogAddress address = endpoints.ServiceProvider.GetRequiredService<CatalogAddress>();
            builder.Add(endpoint =>
            {
                // Only here is the route whole: a group stands in front of it.
                if (endpoint is RouteEndpointBuilder { RoutePattern: { Parameters.Count: 0, RawText: { } path } })
                {
                    address.Path = path.StartsWith('/') ? path : "/" + path;
                }
            });
        }

        return builder;
    }

    private static ReadOnlyMemory<byte> RenderJson(LinkErrorCatalog catalog, IReadOnlyList<LinkErrorDialect> dialects)
    {
        ArrayBufferWriter<byte> buffer = new(64 * 1024);
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartArray();
            foreach (LinkErrorDefinition definition in catalog)
            {
                Write(writer, definition, dialects);
            }

            writer.WriteEndArray();
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, LinkErrorDefinition definition, IReadOnlyList<LinkErrorDialect> dialects)
    {
        writer.WriteStartObject();
        writer.WriteString("code", definition.Code);
        writer.WriteString("family", definition.Family);
        writer.WriteString("title", definition.Title);
        writer.WriteString("message", definition.Message);
        writer.WriteNumber("statusCode", definition.StatusCode);
        writer.WriteString("description", definition.Description);
        writer.WriteStartArray("causes");
        foreach (string cause in definition.Causes)
        {
            writer.WriteStringValue(cause);
        }

        writer.WriteEndArray();
        writer.WriteString("action", definition.Action);
        writer.WriteBoolean("mayRedirect", definition.MayRedirect);
        writer.WriteBoolean("isTransient", definition.IsTransient);
        writer.WriteString("oauthCode", definition.OAuthCode);
        writer.WriteStartObject("wireCodes");
        foreach (LinkErrorDialect dialect in dialects)
        {
            writer.WriteString(dialect.Name, dialect.GetWireCode(definition));
        }

        writer.WriteEndObject();
        writer.WriteStartObject("statusCodes");
        LinkError error = new(definition);
        foreach (LinkErrorDialect dialect in dialects)
        {
            writer.WriteNumber(dialect.Name, dialect.GetStatusCode(error, LinkErrorWriteContext.Default));
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
