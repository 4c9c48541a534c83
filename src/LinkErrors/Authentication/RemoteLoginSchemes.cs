using System.Collections.Concurrent;

namespace LinkErrors.Authentication;

/// <summary>The remote schemes whose options were made. A handler's are made before it sees its first request.</summary>
internal sealed class RemoteLoginSchemes
{
    private readonly ConcurrentDictionary<string, RemoteLoginScheme> _byName = new(StringComparer.Ordinal);

    /// <summary>Keeps a scheme; options that are made anew, as after a reload, replace the former.</summary>
    public void Set(string name, RemoteLoginScheme scheme) => _byName[name] = scheme;

    /// <summary>The scheme; null when it is not a remote one.</summary>
    public RemoteLoginScheme? Find(string name) => _byName.GetValueOrDefault(name);
}
