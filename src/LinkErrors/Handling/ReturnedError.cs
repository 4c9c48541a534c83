using System.Text.Json;
using System.Text.Json.Nodes;
using LinkErrors.Dialects;
using LinkErrors.Metadata;
using LinkErrors.Responses;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LinkErrors.Handling;

/// <summary>
/// An error that an endpoint returned. One that is in the shape of the endpoint's dialect, or problem details, is read as a peer's
/// would be, and keeps its code, its text and its members.
/// </summary>
/// <param name="Error">The error.</param>
/// <param name="Members">What the endpoint said itself; null when that is all in the error.</param>
internal sealed record ReturnedError(LinkError Error, ReturnedMembers? Members = null)
{
    /// <summary>ASP.NET Core fills in a type of its own where the application gave none.</summary>
    private const string DefaultTypes = "https://tools.ietf.org/html/rfc";

    /// <summary>Reads a status of 400 and above with its value.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="value">The value.</param>
    /// <param name="knownFields">The only names of fields that may be shown; null where all are the application's.</param>
    public static ReturnedError Read(HttpContext context, int status, object? value, IReadOnlyCollection<string>? knownFields = null)
    {
        LinkError plain = ResultMapper.Map(status, value, knownFields);
        return value switch
        {
            HttpValidationProblemDetails => new ReturnedError(plain),
            ProblemDetails problem => ReadProblem(context, status, problem, plain),
            null or string or SerializableError or Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary => new ReturnedError(plain),
            _ => ReadBody(context, status, value) ?? new ReturnedError(plain),
        };
    }

    private static ReturnedError? ReadBody(HttpContext context, int status, object value)
    {
        string? name = LinkEndpoint.Read(context).Dialect;
        LinkErrorDialectRegistry dialects = context.RequestServices.GetRequiredService<LinkErrorDialectRegistry>();
        LinkErrorDialect dialect = name is not null && dialects.Contains(name)
            ? dialects.Get(name)
            : context.RequestServices.GetRequiredService<LinkErrorsSettingsSource>().Current.Dialect;
        if (!TrySerialize(context, value, out JsonElement body)
            || dialect.ReadResponse(new LinkErrorResponse(status, headers: null, body), context.RequestServices.GetRequiredService<LinkErrorCatalog>()) is not { } error)
        {
            return null;
        }

        return new ReturnedError(error with { Origin = null, StatusCode = status }, new ReturnedMembers(dialect.Name, body));
    }

    private static ReturnedError ReadProblem(HttpContext context, int status, ProblemDetails problem, LinkError plain)
    {
        bool hasType = problem.Type is { Length: > 0 } type && type != "about:blank" && !type.StartsWith(DefaultTypes, StringComparison.Ordinal);
        bool hasTitle = !string.IsNullOrEmpty(problem.Title) && !IsDefaultTitle(problem.Title, status);
        JsonObject members = [];
        Add(members, "type", hasType ? problem.Type : null);
        Add(members, "title", hasTitle ? problem.Title : null);
        Add(members, "instance", problem.Instance);
        foreach ((string name, object? value) in problem.Extensions)
        {
            // Every error of ours has the same, under the same name.
            if (name != "traceId" && value is not null && TrySerialize(context, value, out JsonElement element))
            {
                members[name] = JsonNode.Parse(element.GetRawText());
            }
        }

        LinkError error = plain;
        if (problem.Extensions.TryGetValue("code", out object? code) && code?.ToString() is { } text && context.RequestServices.GetRequiredService<LinkErrorCatalog>().TryFind(text, out LinkErrorDefinition? definition))
        {
            error = new LinkError(definition) { StatusCode = status, Message = problem.Detail };
        }

        error = hasTitle ? error with { Title = problem.Title } : error;
        return members.Count == 0 ? new ReturnedError(error) : new ReturnedError(error, new ReturnedMembers(LinkErrorDialects.ProblemDetails.Name, JsonElement.Parse(members.ToJsonString())));
    }

    private static bool IsDefaultTitle(string title, int status) =>
        title == ReasonPhrases.GetReasonPhrase(status) || title is "An error occurred while processing your request." or "Unprocessable Entity";

    private static void Add(JsonObject members, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            members[name] = value;
        }
    }

    /// <summary>False for what the host could not send either, and for what is no object.</summary>
    private static bool TrySerialize(HttpContext context, object value, out JsonElement element)
    {
        JsonSerializerOptions options = context.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        try
        {
            element = JsonSerializer.SerializeToElement(value, options.GetTypeInfo(value.GetType()));
            return true;
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException or JsonException)
        {
            element = default;
            return false;
        }
    }
}
