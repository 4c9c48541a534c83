using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LinkErrors.Handling;

/// <summary>
/// The one place where an error that was returned in a shape of ASP.NET Core becomes a link error. A text that was meant for
/// the caller stays; of a failed validation only the names of the fields do, because its messages may quote values.
/// </summary>
internal static class ResultMapper
{
    /// <summary>The error of a status of 400 and above with its value.</summary>
    /// <param name="status">The status.</param>
    /// <param name="value">The value.</param>
    /// <param name="knownFields">The only names of fields that may be shown; null where all are the application's.</param>
    public static LinkError Map(int status, object? value, IReadOnlyCollection<string>? knownFields = null) => value switch
    {
        HttpValidationProblemDetails problem => WithFields(status, problem.Errors.Keys, knownFields),
        ProblemDetails problem => WithMessage(status, problem.Detail),
        SerializableError errors when errors.Values.All(static messages => messages is string[]) => WithFields(status, errors.Keys, knownFields),
        ModelStateDictionary state => WithFields(status, state.Where(entry => entry.Value?.Errors.Count > 0).Select(entry => entry.Key), knownFields),
        string text => WithMessage(status, text),

        // OData puts an error of its own into the same type: its message is for the caller, its stack is not.
        SerializableError errors => WithMessage(status, errors.GetValueOrDefault("message") as string),
        _ => StatusMapper.Map(status),
    };

    private static LinkError WithMessage(int status, string? message)
    {
        LinkError error = StatusMapper.Map(status);
        return string.IsNullOrWhiteSpace(message) ? error : error with { Message = message };
    }

    private static LinkError WithFields(int status, IEnumerable<string> keys, IReadOnlyCollection<string>? known)
    {
        string[] fields = FieldNames.Read(keys, known);
        LinkError error = StatusMapper.Map(status);
        return fields.Length == 0 ? error : error with { Data = FieldNames.ToData(fields), Message = $"Missing or not valid: {string.Join(", ", fields)}." };
    }
}
