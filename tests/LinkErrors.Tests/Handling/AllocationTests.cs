using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Handling;

/// <summary>
/// What an answered error allocates, from the thrown exception to the bytes, the request and the exception included. The
/// figures are those that a debug build has now (docs/decisions/0025 has those from before there were occurrences): a change that costs more has to say why.
/// </summary>
public sealed class AllocationTests
{
    private const string Flow = "?client_id=c&redirect_uri=https%3A%2F%2Fclient.example%2Fcb&state=xyz";

    [Theory]
    [InlineData("redirect", LinkEndpointKind.Interactive, Flow, "*/*", 302, 6576)]
    [InlineData("json", LinkEndpointKind.Api, "", "application/json", 400, 4544)]
    [InlineData("html", LinkEndpointKind.Interactive, "", "text/html", 400, 18400)]
    public void Thrown_AnsweredAtOnce_AllocatesNoMoreThanMeasured(string delivery, LinkEndpointKind kind, string query, string accept, int status, long budget)
    {
        const int Count = 200;
        Endpoint endpoint = new(requestDelegate: null, new EndpointMetadataCollection(new LinkErrorsAttribute { Kind = kind, Dialect = "oauth" }), displayName: null);
        using DirectPipeline pipeline = new(
            _ => Task.FromException(new LinkTokenExpiredException()),
            options => options.Clients["c"] = new LinkClientOptions { RedirectUris = { "https://client.example/cb" } },
            LogLevel.None);
        Ask().Should().Be(status);

        long least = long.MaxValue;
        for (int round = 0; round < 20; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int index = 0; index < Count; index++)
            {
                _ = Ask();
            }

            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / Count);
        }

        least.Should().BeLessThanOrEqualTo(budget, "of an answer by {0}", delivery);

        int Ask()
        {
            DefaultHttpContext context = pipeline.CreateContext();
            context.SetEndpoint(endpoint);
            context.Request.Method = "GET";
            context.Request.QueryString = new QueryString(query);
            context.Request.Headers.Accept = accept;
            Task answer = pipeline.Invoke(context);
            return answer.IsCompletedSuccessfully ? context.Response.StatusCode : 0;
        }
    }
}
