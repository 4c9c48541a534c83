using Grpc.Core;
using Grpc.Net.Client;
using LinkErrors.HostTests.Matrix;
using Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.Rpc;

/// <summary>gRPC answers everything itself, in trailers: a mark does nothing there, and an interceptor does what it would.</summary>
public sealed class GrpcTests
{
    [Theory]
    [InlineData(true, "ok", StatusCode.OK, "ok", null)]
    [InlineData(true, "expired", StatusCode.FailedPrecondition, "The link token has expired.", "link_token_expired")]
    [InlineData(true, "unforeseen", StatusCode.Unknown, "Exception was thrown by handler.", null)]
    [InlineData(false, "expired", StatusCode.Unknown, "Exception was thrown by handler.", null)]
    public async Task Method_WithTheInterceptor_TellsTheLinkError(bool hasInterceptor, string request, StatusCode status, string text, string? code)
    {
        await using TestApp app = await StartAsync(hasInterceptor, app => app.MapGrpcService<LinkService>());
        using GrpcChannel channel = GrpcChannel.ForAddress(app.Client.BaseAddress!);

        (StatusCode, string, string?) answer;
        try
        {
            answer = (StatusCode.OK, await channel.CreateCallInvoker().AsyncUnaryCall(LinkServiceBase.LinkMethod, null, default, request), null);
        }
        catch (RpcException exception)
        {
            answer = (exception.StatusCode, exception.Status.Detail, exception.Trailers.GetValue("link-error"));
        }

        answer.Should().Be((status, text, code));
    }

    [Fact]
    public async Task Mark_OnAService_IsNamedAtTheStart()
    {
        await using TestApp app = await StartAsync(hasInterceptor: false, app => app.MapGrpcService<LinkService>().WithLinkErrors());

        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "MarkWithoutEffect").Which.Text.Should().Contain("/links.Links/Link").And.Contain("gRPC");
    }

    private static Task<TestApp> StartAsync(bool hasInterceptor, Action<WebApplication> map) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            map(app);
        },
        HostFlow.Settings,
        builder =>
        {
            builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));
            builder.Services.AddGrpc(options =>
            {
                if (hasInterceptor)
                {
                    options.Interceptors.Add<LinkErrorInterceptor>();
                }
            });
        });
}
