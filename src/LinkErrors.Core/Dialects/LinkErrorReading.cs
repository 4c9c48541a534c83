using System.Diagnostics.CodeAnalysis;

namespace LinkErrors.Dialects;

/// <summary>What was read from a peer: an error, or why there is none. Reading never throws on what a peer sent.</summary>
public sealed class LinkErrorReading
{
    private LinkErrorReading(LinkError? error, LinkErrorUnreadable? unreadable, string? reason)
    {
        Error = error;
        Unreadable = unreadable;
        Reason = reason;
    }

    /// <summary>The error; null when none could be read.</summary>
    public LinkError? Error { get; }

    /// <summary>Why none could be read; null when one was.</summary>
    public LinkErrorUnreadable? Unreadable { get; }

    /// <summary>The same in words, without a word of the peer's; null when an error was read.</summary>
    public string? Reason { get; }

    /// <summary>Whether an error was read.</summary>
    [MemberNotNullWhen(true, nameof(Error))]
    [MemberNotNullWhen(false, nameof(Unreadable), nameof(Reason))]
    public bool IsError => Error is not null;

    /// <summary>A reading that found an error.</summary>
    /// <param name="error">The error.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public static LinkErrorReading Of(LinkError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new LinkErrorReading(error, unreadable: null, reason: null);
    }

    /// <summary>A reading that found none.</summary>
    /// <param name="unreadable">Why.</param>
    /// <param name="reason">The same in words.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is null or empty.</exception>
    public static LinkErrorReading None(LinkErrorUnreadable unreadable, string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        return new LinkErrorReading(error: null, unreadable, reason);
    }

    /// <summary>The error without its state and data, or the reason.</summary>
    public override string ToString() => Error?.ToString() ?? $"{Unreadable}: {Reason}";
}
