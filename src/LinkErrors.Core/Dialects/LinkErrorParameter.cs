namespace LinkErrors.Dialects;

/// <summary>One decoded parameter of a redirect.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value, before percent-encoding.</param>
/// <param name="IsText">Whether the value is prose, which may be shortened when the URL grows too long.</param>
public readonly record struct LinkErrorParameter(string Name, string Value, bool IsText = false);
