using FluentValidation;
using LinkErrors;
using LinkErrors.Exceptions;

namespace Links;

/// <summary>Makes a link error of what <c>ValidateAndThrow</c> throws: the names of the fields, and no text of a validator, which may quote a value.</summary>
public static class ValidationErrors
{
    public static LinkError Read(ValidationException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        string[] fields = [.. exception.Errors.Select(failure => failure.PropertyName).Where(name => !string.IsNullOrEmpty(name)).Distinct(StringComparer.Ordinal)];
        bool areMissing = fields.Length > 0 && exception.Errors.All(failure => failure.ErrorCode is "NotEmptyValidator" or "NotNullValidator");
        LinkError missing = new MissingFieldsException { Fields = fields }.Error;
        return areMissing
            ? missing
            : new LinkError(LinkErrorDefinitions.InvalidRequest) { Data = missing.Data, Message = fields.Length == 0 ? null : $"Missing or not valid: {string.Join(", ", fields)}." };
    }
}
