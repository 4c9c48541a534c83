using System.Diagnostics.CodeAnalysis;

namespace LinkErrors.Settings;

/// <summary>Which exception types become which errors. The most specific type wins, in whatever order they were set.</summary>
internal sealed class ExceptionMappings
{
    private readonly Dictionary<Type, Func<Exception, LinkError?>> _byType = [];

    public void Set(Type type, Func<Exception, LinkError?> map) => _byType[type] = map;

    public bool TryFind(Type exceptionType, [NotNullWhen(true)] out Func<Exception, LinkError?>? map)
    {
        for (Type? type = exceptionType; type is not null; type = type.BaseType)
        {
            if (_byType.TryGetValue(type, out map))
            {
                return true;
            }
        }

        map = null;
        return false;
    }
}
