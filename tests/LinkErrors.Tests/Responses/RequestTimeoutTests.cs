using LinkErrors.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LinkErrors.Tests.Responses;

/// <summary>A client that left and an endpoint that was stopped show the same token; only after the second does anybody wait for an answer.</summary>
public sealed class RequestTimeoutTests
{
    public static TheoryData<string, object[], bool, bool> Limits => new()
    {
        { "none", [], false, false },
        { "an attribute", [new RequestTimeoutAttribute(100)], false, true },
        { "a policy", [new RequestTimeoutPolicy { Timeout = TimeSpan.FromSeconds(1) }], false, true },
        { "both", [new RequestTimeoutPolicy(), new RequestTimeoutAttribute(100)], false, true },
        { "the default of the application", [], true, true },

        // [DisableRequestTimeout] goes before all of them.
        { "a disabled attribute", [new RequestTimeoutAttribute(100), new DisableRequestTimeoutAttribute()], false, false },
        { "a disabled default", [new DisableRequestTimeoutAttribute()], true, false },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Endpoint_WithALimit_MayHaveExpired(string limit, object[] metadata, bool hasDefault, bool mayHaveExpired)
    {
        DefaultHttpContext context = Create(hasDefault);
        context.SetEndpoint(new Endpoint(requestDelegate: null, new EndpointMetadataCollection(metadata), "e"));

        RequestTimeout.MayHaveExpired(context).Should().Be(mayHaveExpired, limit);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Request_WithoutAnEndpoint_HasTheDefaultOnly(bool hasDefault) => RequestTimeout.MayHaveExpired(Create(hasDefault)).Should().Be(hasDefault);

    [Fact]
    public void Application_WithoutRequestTimeouts_HasNoLimit()
    {
        using ServiceProvider services = new ServiceCollection().BuildServiceProvider();

        RequestTimeout.MayHaveExpired(new DefaultHttpContext { RequestServices = services }).Should().BeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Release_OfARequest_TakesTheTokenOfATimeOutOnly(bool hasExpired)
    {
        using CancellationTokenSource stopped = new();
        stopped.Cancel();
        DefaultHttpContext context = new() { RequestAborted = stopped.Token };
        context.Features.Set<IHttpRequestTimeoutFeature>(new Feature(hasExpired ? stopped.Token : CancellationToken.None));

        RequestTimeout.Release(context);

        RequestTimeout.HasExpired(context).Should().Be(hasExpired);
        context.RequestAborted.IsCancellationRequested.Should().Be(!hasExpired);
    }

    [Fact]
    public void Release_WithoutTheFeature_LeavesTheTokenOfAClientThatLeft()
    {
        using CancellationTokenSource left = new();
        left.Cancel();
        DefaultHttpContext context = new() { RequestAborted = left.Token };

        RequestTimeout.Release(context);

        context.RequestAborted.IsCancellationRequested.Should().BeTrue();
    }

    private static DefaultHttpContext Create(bool hasDefault)
    {
        RequestTimeoutOptions options = new() { DefaultPolicy = hasDefault ? new RequestTimeoutPolicy { Timeout = TimeSpan.FromSeconds(1) } : null };
        return new DefaultHttpContext { RequestServices = new ServiceCollection().AddSingleton(Options.Create(options)).BuildServiceProvider() };
    }

    private sealed class Feature(CancellationToken token) : IHttpRequestTimeoutFeature
    {
        public CancellationToken RequestTimeoutToken => token;

        public void DisableTimeout()
        {
        }
    }
}
