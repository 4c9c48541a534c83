using System.Text.Json;
using LinkErrors;
using LinkErrors.Dialects;

namespace Links;

public sealed class AcmeDialect : LinkErrorDialect
{
    private static readonly WireCodeTable Codes = new(("TOKEN_OLD", LinkErrorCodes.LinkTokenExpired));

    public override string Name => "acme";

    public override string GetWireCode(LinkErrorDefinition definition) => Codes.ToWire(definition.Code);

    public override void WriteParameters(LinkError error, LinkErrorWriteContext context, LinkErrorParameters parameters)
    {
        parameters.Add("reason", GetWireCode(error.Definition));
        parameters.AddText("text", GetText(error));
        parameters.Add("state", error.State);
    }

    public override void WriteMembers(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer)
    {
        writer.WriteString("reason", GetWireCode(error.Definition));
        writer.WriteString("text", GetText(error));
    }

    public override LinkError? ReadParameters(LinkErrorParameters parameters, LinkErrorCatalog catalog) =>
        Read(parameters.Find("reason"), parameters.Find("text"), catalog) is { } error
            ? error with { State = parameters.Find("state") }
            : null;

    public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog) =>
        AddResponse(Read(response.GetText("reason"), response.GetText("text"), catalog), response);

    private LinkError? Read(string? reason, string? text, LinkErrorCatalog catalog) =>
        reason is null ? null : CreateError(catalog, Codes.ToCanonical(reason), reason, text);
}
