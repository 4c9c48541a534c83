using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Benchmarks;

/// <summary>What a wrong method or media type costs among few and among many routes.</summary>
internal static class RejectionScale
{
    public static void Print()
    {
        Console.WriteLine("| routes | 405 | 415 |");
        Console.WriteLine("|---|---|---|");
        foreach (int routes in (int[])[10, 100, 1_000, 5_000])
        {
            (double method, double mediaType) = Measure(routes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {routes:N0} | {method:F2} µs | {mediaType:F2} µs |"));
        }
    }

    private static (double Method, double MediaType) Measure(int routes)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        builder.Services.AddLinkErrors();
        WebApplication app = builder.Build();
        app.UseRouting();
        app.UseLinkErrors();
        for (int index = 0; index < routes; index++)
        {
            app.MapPost($"/r{index}/{{id}}", ([FromBody] string[] items) => items.Length).WithLinkErrors(LinkEndpointKind.Api);
        }

        RequestDelegate pipeline = ((IApplicationBuilder)app).UseEndpoints(_ => { }).Build();
        string path = $"/r{routes - 1}/x";
        return (MeasureBest(app, pipeline, path, "GET", contentType: null), MeasureBest(app, pipeline, path, "POST", "text/plain"));
    }

    /// <summary>The best of several rounds, because others use the machine too.</summary>
    private static double MeasureBest(WebApplication app, RequestDelegate pipeline, string path, string method, string? contentType)
    {
        const int Requests = 20_000;
        double best = double.MaxValue;
        for (int round = 0; round < 10; round++)
        {
            long started = Stopwatch.GetTimestamp();
            for (int index = 0; index < Requests; index++)
            {
                DefaultHttpContext context = new() { RequestServices = app.Services };
                context.Request.Method = method;
                context.Request.Path = path;
                context.Request.ContentType = contentType;
                pipeline(context).GetAwaiter().GetResult();
                if (context.Response.StatusCode is not (405 or 415) || context.Response.ContentType is null)
                {
                    throw new InvalidOperationException($"{method} was answered with {context.Response.StatusCode} and without a link error.");
                }
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalMicroseconds / Requests);
        }

        return best;
    }
}
