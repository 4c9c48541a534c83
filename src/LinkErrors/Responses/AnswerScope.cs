using System.Collections;
using LinkErrors.Diagnostics;

namespace LinkErrors.Responses;

/// <summary>
/// What every line has that is written while one error is answered, by whomever: where the search for its flow failed, or what an event
/// handler says. Nothing is made of it unless a logger looks.
/// </summary>
internal sealed class AnswerScope(string referenceId, string route) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => 3;

    private string Reference => field ??= LogText.Escape(ShortReference.Of(referenceId));

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("Reference", Reference),
        1 => new("ReferenceId", LogText.Escape(referenceId)),
        2 => new("Route", route),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (int index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"Reference:{Reference} ReferenceId:{LogText.Escape(referenceId)} Route:{route}";
}
