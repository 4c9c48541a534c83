using Polly;
using Polly.Retry;

namespace LinkErrors.Client.Tests.Handler;

public sealed class RetryHandler(TimeProvider time) : DelegatingHandler
{
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline =
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result?.GetLinkError() is { IsTransient: true }),
                DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome.Result?.GetLinkError()?.RetryAfter),
            })
            .Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(async token => await base.SendAsync(request, token), cancellationToken);
}
