using System.Reflection;

namespace LinkErrors.Endpoints;

/// <summary>Which return types of handlers can carry an error that the filter would have to see.</summary>
internal static class ErrorCarriers
{
    /// <summary>False for a handler that returns text, a number or nothing, now or later: none of them has a status.</summary>
    public static bool Contain(MethodInfo handler)
    {
        Type type = handler.ReturnType;
        bool isLater = type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>));
        Type value = isLater ? type.GetGenericArguments()[0] : type;
        return !(value == typeof(string) || value == typeof(void) || value == typeof(Task) || value == typeof(ValueTask) || value.IsPrimitive);
    }
}
