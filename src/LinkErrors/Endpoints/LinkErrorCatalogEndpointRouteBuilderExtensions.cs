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
    /// Maps a page that documents every error of the catalog, with its code as anchor, so that it can serve as
    /// <see cref="LinkErrorsOptions.ErrorUriBase"/>. Clients that prefer JSON get the same as JSON.
    /// </summary>
    /// <param name="endpoints">The endpoints of the application.</param>
    /// <param name="pattern">The route.</param>
    /// <returns>A builder for conventions such as authorization.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> is null.</exception>
    public static IEndpointConventionBuilder MapLinkErrorCatalog(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/errors")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        LinkErrorCatalog catalog = endpoints.ServiceProvider.GetRequiredService<LinkErrorCatalog>();
        IReadOnlyList<LinkErrorDialect> dialects = endpoints.ServiceProvider.GetRequiredService<LinkErrorDialectRegistry>().All;
        Lazy<PageDocument> page = new(() => CatalogPage.Render(catalog, dialects));
        Lazy<ReadOnlyMemory<byte>> json = new(() => RenderJson(catalog, dialects));
        return endpoints.MapGet(pattern, context =>
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
        writer.WriteString("title", definition.Title);
        writer.WriteString("message", definition.Message);
        writer.WriteNumber("statusCode", definition.StatusCode);
        writer.WriteString("description", definition.Description);
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
        writer.WriteEndObject();
    }
}
