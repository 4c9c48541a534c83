using System.Text.Json;

namespace LinkErrors.Core.Tests.Reading;

/// <summary>One row of the corpora of other implementations' clients.</summary>
public sealed record CorpusRow(string Id, string Kind, string Input, JsonElement Context, JsonElement Expect, string Basis);
