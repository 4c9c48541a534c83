using System.Net;
using System.Text;

namespace LinkErrors.Tests.Hostile;

/// <summary>A form whose beginning arrives, and then nothing until the test has seen enough.</summary>
internal sealed class SlowContent : HttpContent
{
    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SlowContent(string contentType) => Headers.TryAddWithoutValidation("Content-Type", contentType);

    public void Stop() => _enough.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes("client_id=other"));
        await stream.FlushAsync();
        await _enough.Task;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        Stop();
        base.Dispose(disposing);
    }
}
