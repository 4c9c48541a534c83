using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.ObjectPool;

namespace LinkErrors.Pages;

/// <summary>Writes a page as UTF-8. Markup is constant; a text gets in only encoded.</summary>
internal sealed class HtmlWriter
{
    private const int UsualLength = 12 * 1024;

    /// <summary>A buffer that grew for one long page is not kept.</summary>
    private const int LongestKept = 64 * 1024;

    private static readonly ObjectPool<HtmlWriter> Pool = ObjectPool.Create<HtmlWriter>();

    /// <summary>Letters of every script stay as they are, so that a page in any language is small and its source can be read.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly ArrayBufferWriter<byte> _buffer = new(UsualLength);
    private readonly List<(Range Value, PageHole Hole)> _holes = [];
    private bool _isRented;

    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    /// <summary>Where values stand that differ from request to request.</summary>
    public IReadOnlyList<(Range Value, PageHole Hole)> Holes => _holes;

    /// <summary>A writer that was used before: pages answer attacks too.</summary>
    public static HtmlWriter Rent()
    {
        HtmlWriter writer = Pool.Get();
        writer._isRented = true;
        return writer;
    }

    /// <summary>Keeps it for the next page, once: two pages must never share one. What it has written is gone.</summary>
    public void Return()
    {
        if (Interlocked.Exchange(ref _isRented, false) && _buffer.Capacity <= LongestKept)
        {
            _buffer.ResetWrittenCount();
            _holes.Clear();
            Pool.Return(this);
        }
    }

    /// <summary>Encodes text from outside for elements and quoted attributes.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>Markup, which is always a constant.</summary>
    public HtmlWriter Markup(ReadOnlySpan<byte> markup)
    {
        _buffer.Write(markup);
        return this;
    }

    /// <summary>A style or script of the library's own, whose hash is in the policy.</summary>
    public HtmlWriter Constant(string source)
    {
        Encoding.UTF8.GetBytes(source, _buffer);
        return this;
    }

    /// <summary>A text, for an element or a quoted attribute.</summary>
    public HtmlWriter Text(string text)
    {
        Encoding.UTF8.GetBytes(Encoder.Encode(text), _buffer);
        return this;
    }

    /// <summary>A value of one request, for an element or a quoted attribute.</summary>
    public HtmlWriter Value(PageHole hole, string value)
    {
        int start = _buffer.WrittenCount;
        Text(value);
        _holes.Add((start.._buffer.WrittenCount, hole));
        return this;
    }

    /// <summary>A text for an element, in which names stay apart from the sentence.</summary>
    public HtmlWriter Text(PageText text)
    {
        foreach ((string part, bool isName) in text.Parts)
        {
            _ = isName ? Markup("<bdi>"u8).Text(part).Markup("</bdi>"u8) : Text(part);
        }

        return this;
    }
}
