using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Flows;

/// <summary>What a request says of its flow, in its query and in its form, as one.</summary>
internal sealed class RequestParameters(QueryString query, RequestForm? form = null)
{
    /// <summary>What is escaped is short, or else somebody's attempt.</summary>
    private const int UsualLength = 512;

    /// <summary>One ASCII character is at most three when it is escaped.</summary>
    private const int EscapedLength = 3;

    private readonly EncodedParameters _query = new(query.Value ?? "", start: 1);
    private readonly EncodedParameters? _form = form?.Text is { } text ? new EncodedParameters(text) : null;

    /// <summary>
    /// Finds a parameter. One that is repeated makes the request ambiguous (RFC 6749 §3.1), and so do different values in query
    /// and form; equal ones are one value. A parameter without a value counts as absent.
    /// </summary>
    /// <param name="parameter">The parameter; the case of its name is ignored, as the collections by which the application reads it do.</param>
    /// <param name="value">The value; null when there is none, or no single one.</param>
    /// <returns>False when the request is ambiguous.</returns>
    public bool TryGet(LinkParameter parameter, out string? value)
    {
        value = null;
        if (!TryRead(_query, parameter, out string? asked) || !TryReadForm(parameter, out string? posted))
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
    public bool Contains(LinkParameter parameter) =>
        _query.Count(parameter) > 0 || _form?.Count(parameter) > 0 || form?.Collection?.ContainsKey(EncodedParameters.GetName(parameter)) == true;

    /// <summary>Whether a parameter of the query or of a form that was not read before begins with a text, or may do so: looks at no more than its beginning.</summary>
    public bool MayStartWith(LinkParameter parameter, string prefix) =>
        MayStartWith(_query[parameter], prefix) || (_form is not null && MayStartWith(_form[parameter], prefix)) || form?.Collection is not null;

    private static bool MayStartWith(ReadOnlySpan<char> encoded, string prefix) =>
        encoded.StartsWith(prefix, StringComparison.Ordinal)
        || (encoded[..Math.Min(encoded.Length, prefix.Length)].Contains('%')
            && Decode(encoded[..Math.Min(encoded.Length, EscapedLength * prefix.Length)]).StartsWith(prefix, StringComparison.Ordinal));

    private bool TryReadForm(LinkParameter parameter, out string? value)
    {
        if (form?.Collection is not { } collection)
        {
            value = null;
            return _form is null || TryRead(_form, parameter, out value);
        }

        StringValues values = collection[EncodedParameters.GetName(parameter)];
        value = values is [{ Length: > 0 } only] ? only : null;
        if (value is not null && parameter == LinkParameter.State && Decode(value) is var again && again.Contains('\uFFFD', StringComparison.Ordinal))
        {
            // ASP.NET Core has left bytes that are no UTF-8 escaped, or they were escaped twice: nobody can tell any more.
            value = again;
        }

        return values.Count <= 1;
    }

    private static bool TryRead(EncodedParameters pairs, LinkParameter parameter, out string? value)
    {
        value = pairs.Count(parameter) == 1 && pairs[parameter] is { Length: > 0 } encoded ? Decode(encoded) : null;
        return pairs.Count(parameter) <= 1;
    }

    /// <summary>
    /// Decoded from its bytes: ASP.NET Core leaves those that are no UTF-8 escaped, and what is escaped twice does not return
    /// as it came. Here they become U+FFFD, with which a flow has no target.
    /// </summary>
    private static string Decode(ReadOnlySpan<char> encoded)
    {
        if (!encoded.ContainsAny('%', '+'))
        {
            return encoded.ToString();
        }

        int capacity = Encoding.UTF8.GetMaxByteCount(encoded.Length);
        byte[]? rented = capacity > UsualLength ? ArrayPool<byte>.Shared.Rent(capacity) : null;
        Span<byte> bytes = rented ?? stackalloc byte[UsualLength];
        int length = Unescape(bytes[..Encoding.UTF8.GetBytes(encoded, bytes)]);
        string decoded = Encoding.UTF8.GetString(bytes[..length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return decoded;
    }

    /// <summary>Decodes in place (WHATWG URL, application/x-www-form-urlencoded parsing). A malformed escape stays as it is.</summary>
    private static int Unescape(Span<byte> bytes)
    {
        int written = 0;
        for (int read = 0; read < bytes.Length; read++)
        {
            bool isEscape = bytes[read] == '%' && read + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[read + 1]) && char.IsAsciiHexDigit((char)bytes[read + 2]);
            bytes[written++] = isEscape ? (byte)((Convert(bytes[read + 1]) << 4) | Convert(bytes[read + 2])) : bytes[read] == '+' ? (byte)' ' : bytes[read];
            read += isEscape ? 2 : 0;
        }

        return written;
    }

    private static int Convert(byte hexDigit) => hexDigit <= '9' ? hexDigit - '0' : (hexDigit | 0x20) - 'a' + 10;
}
