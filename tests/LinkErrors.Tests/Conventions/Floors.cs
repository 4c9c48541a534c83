using System.Text.RegularExpressions;

namespace LinkErrors.Tests.Conventions;

/// <summary>Which room names which: the arrows of a graph, each from a room to one that it names.</summary>
internal sealed partial class Floors
{
    private readonly SortedDictionary<string, SortedSet<string>> _named = new(StringComparer.Ordinal);

    private Floors(IEnumerable<(string Room, string Named)> arrows)
    {
        foreach ((string room, string named) in arrows)
        {
            Find(room).Add(named);
            Find(named);
        }
    }

    /// <summary>Reads the arrows of the first Mermaid graph of a page: a line <c>A --> B</c> says that A names B.</summary>
    public static Floors Read(string markdown) =>
        new(Arrow().Matches(MermaidBlock().Match(markdown).Groups["graph"].Value).Select(match => (match.Groups["room"].Value, match.Groups["named"].Value)));

    public static Floors Of(IEnumerable<SourceArrow> arrows) =>
        new(arrows.Where(arrow => arrow.Room != arrow.NamedRoom).Select(arrow => (arrow.Room, arrow.NamedRoom)));

    /// <summary>Every pair of rooms between which there is a way along the arrows.</summary>
    public IReadOnlySet<(string Room, string Below)> Ways { get => field ??= FindWays(); }

    /// <summary>The rooms from which a way leads back to themselves.</summary>
    public IEnumerable<string> Circles => Ways.Where(way => way.Room == way.Below).Select(way => way.Room);

    private HashSet<(string Room, string Below)> FindWays()
    {
        HashSet<(string Room, string Below)> ways = [];
        foreach (string room in _named.Keys)
        {
            Stack<string> next = new(_named[room]);
            while (next.TryPop(out string? below))
            {
                if (ways.Add((room, below)))
                {
                    foreach (string named in _named[below])
                    {
                        next.Push(named);
                    }
                }
            }
        }

        return ways;
    }

    private SortedSet<string> Find(string room) =>
        _named.TryGetValue(room, out SortedSet<string>? named) ? named : _named[room] = new SortedSet<string>(StringComparer.Ordinal);

    [GeneratedRegex(@"^```mermaid\n(?<graph>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MermaidBlock();

    [GeneratedRegex(@"^ *(?<room>\w+) --> (?<named>\w+)\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Arrow();
}
