using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Hosts;

/// <summary>The value of one tag with each measurement of an instrument of one application, in order; empty where a measurement has no such tag.</summary>
public sealed class MeasuredTag : IDisposable
{
    private readonly ConcurrentQueue<string> _values = new();
    private readonly MeterListener _listener;

    public MeasuredTag(TestApp app, string instrumentName, string tagName)
    {
        IMeterFactory factory = app.Services.GetRequiredService<IMeterFactory>();
        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == instrumentName && ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Note(tags));
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Note(tags));
        _listener.Start();

        void Note(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _values.Enqueue(string.Join(' ', tags.ToArray().Where(tag => tag.Key == tagName).Select(tag => tag.Value)));
    }

    public IReadOnlyCollection<string> Values => _values;

    public void Dispose() => _listener.Dispose();
}
