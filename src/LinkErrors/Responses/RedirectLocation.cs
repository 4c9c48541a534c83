using System.Buffers;
using System.Globalization;
using LinkErrors.Dialects;
using LinkErrors.Flows;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors;

/// <summary>
/// The one builder of a redirect's URL: the target as it was registered, the dialect's parameters in its query, the
/// fragment behind them. Spaces are <c>%20</c>.
/// </summary>
public static class RedirectLocation
{
    private const string Ellipsis = "...";

    /// <summary>What texts may add, with their names, where the rest of the URL is too long already.</summary>
    private const int TextsBesideALongState = 256;

    /// <summary>One character is at most three bytes of UTF-8, each of them three characters when it is escaped.</summary>
    private const int MaximumEscapedLength = 9;

    /// <summary>
    /// The URL to which the browser is sent for an error, for code that hands it on instead of redirecting, as to a script. The
    /// issuer, the help URI and the greatest length are those of the options; the state is that of the error.
    /// </summary>
    /// <remarks>
    /// It decides nothing. Call it only where <see cref="LinkErrorDefinition.MayRedirect"/> and <see cref="LinkErrorsOptions.RedirectOnly"/> allow
    /// the error to leave, with the state of the flow in the error (<c>error with { State = flow.State }</c>). The parameters are in the
    /// query, whatever the response mode of the flow.
    /// </remarks>
    /// <param name="target">The validated target.</param>
    /// <param name="error">The error.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="options">The options as they are in force.</param>
    /// <param name="context">
    /// The request, for <see cref="LinkErrorsOptions.CustomizeWriteContext"/> and for the address of a catalog that is mapped; null when every
    /// request has the issuer of the options, and no help but <see cref="LinkErrorsOptions.ErrorUriBase"/>.
    /// </param>
    /// <returns>An absolute URL of ASCII characters; a local path for a local target.</returns>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="context"/> is null.</exception>
    public static string Create(RedirectTarget target, LinkError error, LinkErrorDialect dialect, LinkErrorsOptions options, HttpContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(options);
        LinkErrorParameters parameters = [];
        LinkError complete = error with { HelpUri = HelpUri.Choose(error, options.ErrorUriBase, context?.RequestServices.GetService<CatalogAddress>(), context?.Request) };
        dialect.WriteParameters(complete, context is null ? options.CreateWriteContext() : LinkErrorsSettings.CreateWriteContext(context, options), parameters);
        return Build(target, parameters, options.MaximumUrlLength);
    }

    internal static string Build(RedirectTarget target, LinkErrorParameters parameters, int maximumLength, bool inFragment = false)
    {
        string location = Build(target.Uri, parameters, inFragment, shortened: []);
        if (location.Length <= maximumLength)
        {
            return location;
        }

        // A long state is over it by itself, and a short text more or less does not decide who takes the URL.
        string?[] shortened = [.. parameters.Select(static parameter => parameter.IsText ? "" : null)];
        int fixedLength = Build(target.Uri, parameters, inFragment, shortened).Length;
        if (fixedLength > maximumLength)
        {
            maximumLength = fixedLength + TextsBesideALongState;
        }

        // From the end, where a format with several texts has its longest: first a title, then a message.
        Array.Clear(shortened);
        for (int index = parameters.Count - 1; index >= 0 && location.Length > maximumLength; index--)
        {
            if (parameters[index] is { IsText: true, Value: { } text })
            {
                shortened[index] = Shorten(text, Uri.EscapeDataString(text).Length - (location.Length - maximumLength));
                location = Build(target.Uri, parameters, inFragment, shortened);
            }
        }

        return location;
    }

    private static string Build(string target, LinkErrorParameters parameters, bool inFragment, ReadOnlySpan<string?> shortened)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(GetCapacity(target, parameters));
        try
        {
            int fragment = target.IndexOf('#', StringComparison.Ordinal);
            int end = fragment < 0 ? target.Length : fragment;
            int query = inFragment ? -1 : target.AsSpan(0, end).IndexOf('?');
            int length = Append(buffer, 0, target.AsSpan(0, query < 0 ? end : query));
            char separator = inFragment ? '#' : '?';
            if (query >= 0)
            {
                length = AppendRegistered(buffer, length, target.AsSpan((query + 1)..end), parameters, ref separator);
            }

            for (int index = 0; index < parameters.Count; index++)
            {
                string value = (shortened.IsEmpty ? null : shortened[index]) ?? parameters[index].Value;
                if (value.Length > 0)
                {
                    length = AppendPair(buffer, length, ref separator, parameters[index].Name, value);
                }
            }

            length = Append(buffer, length, target.AsSpan(end));
            return new string(buffer, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Keeps the registered query byte for byte, apart from pairs that the dialect writes anew. Only the end of a query may be
    /// an empty pair that is left out: the separator of the next one stands in its place.
    /// </summary>
    private static int AppendRegistered(char[] buffer, int length, ReadOnlySpan<char> query, LinkErrorParameters parameters, ref char separator)
    {
        foreach (Range range in query.Split('&'))
        {
            ReadOnlySpan<char> pair = query[range];
            int equals = pair.IndexOf('=');
            string name = Uri.UnescapeDataString(equals < 0 ? pair : pair[..equals]);
            bool isOpenEnd = pair.IsEmpty && range.End.Value == query.Length;
            if (isOpenEnd || parameters.Contains(name))
            {
                continue;
            }

            buffer[length++] = separator;
            separator = '&';
            length = Append(buffer, length, pair);
        }

        return length;
    }

    private static int AppendPair(char[] buffer, int length, ref char separator, string name, string value)
    {
        buffer[length++] = separator;
        separator = '&';
        length = AppendEscaped(buffer, length, name);
        buffer[length++] = '=';
        return AppendEscaped(buffer, length, value);
    }

    private static int Append(char[] buffer, int length, ReadOnlySpan<char> text)
    {
        text.CopyTo(buffer.AsSpan(length));
        return length + text.Length;
    }

    private static int AppendEscaped(char[] buffer, int length, string text) =>
        Uri.TryEscapeDataString(text, buffer.AsSpan(length), out int written)
            ? length + written
            : throw new InvalidOperationException($"The buffer for {text.Length} escaped characters is too small.");

    private static int GetCapacity(string target, LinkErrorParameters parameters)
    {
        int capacity = target.Length;
        for (int index = 0; index < parameters.Count; index++)
        {
            capacity += 2 + ((parameters[index].Name.Length + parameters[index].Value.Length) * MaximumEscapedLength);
        }

        return capacity;
    }

    /// <summary>The longest start of a text, cut between whole characters as people see them, that fits when it is escaped.</summary>
    private static string Shorten(string text, int available)
    {
        int kept = 0;
        int used = Ellipsis.Length;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            used += Uri.EscapeDataString(element).Length;
            if (used > available)
            {
                break;
            }

            kept = elements.ElementIndex + element.Length;
        }

        return kept == 0 ? "" : string.Concat(text.AsSpan(0, kept), Ellipsis);
    }
}
