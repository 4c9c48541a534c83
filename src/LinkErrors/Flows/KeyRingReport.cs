using LinkErrors.Diagnostics;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Flows;

/// <summary>
/// Says that the key ring cannot be read, once until it can be again, whoever found out: anybody can send states, and must not fill the log with them.
/// </summary>
internal sealed class KeyRingReport(ILogger<KeyRingReport> logger)
{
    private bool _isReported;

    public void Readable() => _isReported = false;

    public void Unreadable(Exception exception)
    {
        if (!Interlocked.Exchange(ref _isReported, true))
        {
            LinkErrorsLog.KeyRingUnreadable(logger, exception);
        }
    }
}
