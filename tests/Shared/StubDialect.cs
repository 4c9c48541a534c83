using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Tests.Shared;

/// <summary>A dialect of a test's own, each step of which can be replaced, for example by a fault.</summary>
public sealed class StubDialect(string name) : LinkErrorDialect
{
    public override string Name => name;

    public Func<int>? StatusCode { get; init; }

    public Action<LinkErrorParameters>? Parameters { get; init; }

    public Action<Utf8JsonWriter>? Members { get; init; }

    public Action<LinkErrorHeaders>? Headers { get; init; }

    public override int GetStatusCode(LinkError error, LinkErrorWriteContext context)
    {
        ArgumentNullException.ThrowIfNull(error);
        return StatusCode?.Invoke() ?? error.StatusCode;
    }

    public override void WriteParameters(LinkError error, LinkErrorWriteContext context, LinkErrorParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.Add("stub", error.Code);
        Parameters?.Invoke(parameters);
    }

    public override void WriteHeaders(LinkError error, LinkErrorWriteContext context, LinkErrorHeaders headers) => Headers?.Invoke(headers);

    public override void WriteMembers(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteString("stub", error.Code);
        Members?.Invoke(writer);
    }

    public override LinkError? ReadParameters(LinkErrorParameters parameters, LinkErrorCatalog catalog) => null;

    public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog) => null;
}
