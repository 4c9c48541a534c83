using FastEndpoints;
using FluentValidation;
using LinkErrors;
using Microsoft.AspNetCore.Http;

namespace Links;

/// <summary>Throws on link endpoints what FastEndpoints would write; on others it stays as it is.</summary>
public static class FastEndpointErrors
{
    public static void Use(ErrorOptions errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        errors.ResponseBuilder = (failures, context, status) =>
            context.GetEndpoint()?.Metadata.GetMetadata<ILinkErrorsMetadata>() is { IsEnabled: true }
                ? throw new ValidationException(failures)
                : new ErrorResponse(failures, status);
    }
}
