namespace LinkErrors.LoginTests.Applications;

/// <summary>One request of the browser; with a form it is a POST.</summary>
internal sealed record LoginStep(Uri Url, IReadOnlyList<KeyValuePair<string, string>>? Form);
