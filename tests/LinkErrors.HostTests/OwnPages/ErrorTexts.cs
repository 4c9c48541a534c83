namespace LinkErrors.HostTests.OwnPages;

/// <summary>Names the resource: <c>ErrorTexts.de.resx</c> and <c>ErrorTexts.it.resx</c> stand beside it.</summary>
public sealed class ErrorTexts;
