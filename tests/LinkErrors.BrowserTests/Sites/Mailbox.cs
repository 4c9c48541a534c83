using System.Threading.Channels;

namespace LinkErrors.BrowserTests.Sites;

/// <summary>What a site received, in order.</summary>
public sealed class Mailbox(string name)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Channel<string> _letters = Channel.CreateUnbounded<string>();

    public void Put(string letter) => _letters.Writer.TryWrite(letter);

    /// <summary>The next thing that arrives.</summary>
    public async Task<string> TakeAsync()
    {
        using CancellationTokenSource end = new(Limit);
        try
        {
            return await _letters.Reader.ReadAsync(end.Token);
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException($"Nothing arrived in {Limit.TotalSeconds} s: {name}.", exception);
        }
    }

    /// <summary>Everything that arrived and was not taken.</summary>
    public IReadOnlyList<string> TakeRest()
    {
        List<string> rest = [];
        while (_letters.Reader.TryRead(out string? letter))
        {
            rest.Add(letter);
        }

        return rest;
    }
}
