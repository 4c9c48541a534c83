namespace LinkErrors.Inspection;

/// <summary>The last errors of this process. However many there are, it holds no more than <see cref="Capacity"/>.</summary>
internal sealed class InspectedErrors
{
    public const int Capacity = 200;

    private readonly Lock _lock = new();
    private readonly Queue<InspectedError> _errors = new(Capacity);
    private long _count;

    /// <summary>Those that are kept, the newest first.</summary>
    public IReadOnlyList<InspectedError> Newest
    {
        get
        {
            lock (_lock)
            {
                return [.. _errors.Reverse()];
            }
        }
    }

    /// <summary>Adds one in place of the oldest.</summary>
    /// <param name="create">Makes it, with its number.</param>
    public void Add(Func<long, InspectedError> create)
    {
        lock (_lock)
        {
            if (_errors.Count == Capacity)
            {
                _errors.Dequeue();
            }

            _errors.Enqueue(create(++_count));
        }
    }
}
