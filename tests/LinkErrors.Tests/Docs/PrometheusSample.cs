using System.Globalization;
using OpenTelemetry.Metrics;

namespace LinkErrors.Tests.Docs;

/// <summary>One series of Prometheus, as its exporters name it (OpenTelemetry, Prometheus and OpenMetrics Compatibility): a counter gets <c>_total</c>, a time its unit, dots become underscores.</summary>
internal sealed record PrometheusSample(string Name, IReadOnlyDictionary<string, string> Labels, double Value)
{
    public static IEnumerable<PrometheusSample> Of(MetricSnapshot metric)
    {
        string name = metric.Name.Replace('.', '_');
        foreach (MetricPoint point in metric.MetricPoints)
        {
            Dictionary<string, string> labels = new(StringComparer.Ordinal);
            foreach (KeyValuePair<string, object?> tag in point.Tags)
            {
                labels[tag.Key.Replace('.', '_')] = string.Create(CultureInfo.InvariantCulture, $"{tag.Value}");
            }

            switch (metric.MetricType)
            {
                case MetricType.LongSum:
                    yield return new PrometheusSample(name + "_total", labels, point.GetSumLong());
                    break;
                case MetricType.Histogram:
                    string seconds = name + "_seconds";
                    yield return new PrometheusSample(seconds + "_count", labels, point.GetHistogramCount());
                    yield return new PrometheusSample(seconds + "_bucket", new Dictionary<string, string>(labels, StringComparer.Ordinal) { ["le"] = "+Inf" }, point.GetHistogramCount());
                    break;
            }
        }
    }
}
