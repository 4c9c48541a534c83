using System.Text;
using Grpc.Core;

namespace LinkErrors.HostTests.Rpc;

/// <summary>What the compiler of gRPC would generate for a service with one method; its messages are texts.</summary>
[BindServiceMethod(typeof(LinkServiceBase), nameof(Bind))]
public abstract class LinkServiceBase
{
    private static readonly Marshaller<string> Text = Marshallers.Create(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);

    public static Method<string, string> LinkMethod { get; } = new(MethodType.Unary, "links.Links", nameof(Link), Text, Text);

    public static void Bind(ServiceBinderBase binder, LinkServiceBase? service)
    {
        ArgumentNullException.ThrowIfNull(binder);
        binder.AddMethod(LinkMethod, service is null ? null : service.Link);
    }

    public abstract Task<string> Link(string request, ServerCallContext context);
}
