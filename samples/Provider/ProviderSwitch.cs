namespace Provider;

/// <summary>Lets everything that code asks for work, be down, slow, or answer garbage; the pages for people stay.</summary>
internal sealed class ProviderSwitch
{
    private static readonly string[] Pages = ["/", "/switch", "/authorize", "/consent"];

    public static readonly string[] Modes = ["works", "down", "slow", "garbage"];

    public string Mode { get; private set; } = "works";

    public IResult Set(string? mode)
    {
        Mode = Modes.Contains(mode, StringComparer.Ordinal) ? mode! : "works";
        return Results.Redirect("/");
    }

    public Task RunAsync(HttpContext context, RequestDelegate next) =>
        Pages.Contains(context.Request.Path.Value, StringComparer.Ordinal) ? next(context) : RunAsync(Mode, context, () => next(context));

    public static async Task RunAsync(string mode, HttpContext context, Func<Task> work)
    {
        switch (mode)
        {
            case "down":
                context.Abort();
                return;
            case "slow":
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            case "garbage":
                await context.Response.WriteAsync("<h1>It works!</h1>", context.RequestAborted);
                return;
            default:
                await work();
                return;
        }
    }
}
