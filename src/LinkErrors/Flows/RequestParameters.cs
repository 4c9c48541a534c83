using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Flows;

/// <summary>What a request says of its flow, in its query and in its form, as one.</summary>
internal sealed class RequestParameters(QueryString query, RequestForm? form = null)
{
    /// <summary>A form has the syntax of a query, but for the question mark, which would be part of its first name.</summary>
    private string? FormText => form?.Text is { } text ? "?" + text : null;

    /// <summary>
    /// Finds a parameter. One that is repeated makes the request ambiguous (RFC 6749 §3.1), and so do different values in query
    /// and form; equal ones are one value. A parameter without a value counts as absent.
    /// </summary>
    /// <param name="name">The name; its case is ignored, as the collections by which the application reads it do.</param>
    /// <param name="value">The value; null when there is none, or no single one.</param>
    /// <returns>False when the request is ambiguous.</returns>
    public bool TryGet(string name, out string? value)
    {
        value = null;
        if (!TryRead(query.Value, name, out string? asked) || !TryReadForm(name, out string? posted))
        {
            return false;
        }

        if (asked is not null && posted is not null && asked != posted)
        {
            return false;
        }

        value = asked ?? posted;
        return true;
    }

    /// <summary>Whether a parameter is there at all, with whatever value and however often.</summary>
    public bool Contains(string name)
    {
        foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(query.Value))
        {
            if (IsNamed(pair, name))
            {
                return true;
            }
        }

        foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(FormText))
        {
            if (IsNamed(pair, name))
            {
                return true;
            }
        }

        return form?.Collection?.ContainsKey(name) == true;
    }

    private bool TryReadForm(string name, out string? value)
    {
        if (form?.Collection is not { } collection)
        {
            return TryRead(FormText, name, out value);
        }

        StringValues values = collection[name];
        value = values is [{ Length: > 0 } only] ? only : null;
        if (value is not null && name == "state" && Decode(value) is var again && again.Contains('\uFFFD', StringComparison.Ordinal))
        {
            // ASP.NET Core has left bytes that are no UTF-8 escaped, or they were escaped twice: nobody can tell any more.
            value = again;
        }

        return values.Count <= 1;
    }

    private static bool TryRead(string? pairs, string name, out string? value)
    {
        value = null;
        bool isFound = false;
        foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(pairs))
        {
            if (!IsNamed(pair, name))
            {
                continue;
            }

            if (isFound)
            {
                value = null;
                return false;
            }

            isFound = true;
            value = pair.EncodedValue.IsEmpty ? null : Decode(pair.EncodedValue.ToString());
        }

        return true;
    }

    private static bool IsNamed(QueryStringEnumerable.EncodedNameValuePair pair, string name) =>
        pair.DecodeName().Span.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Decoded from its bytes: ASP.NET Core leaves those that are no UTF-8 escaped, and what is escaped twice does not return
    /// as it came. Here they become U+FFFD, with which a flow has no target.
    /// </summary>
    private static string Decode(string encoded)
    {
        if (encoded.AsSpan().IndexOfAny('%', '+') < 0)
        {
            return encoded;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(encoded);
        return Encoding.UTF8.GetString(WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length)!);
    }
}
