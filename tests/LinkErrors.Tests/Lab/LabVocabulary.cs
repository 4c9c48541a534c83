namespace LinkErrors.Tests.Lab;

/// <summary>The values that the contract of ErrorLab names.</summary>
internal static class LabVocabulary
{
    public static readonly string[] Dialects = ["junction", "orcidlink", "zapier", "centralauth", "loop", "oauth", "problem-details"];

    public static readonly string[] Kinds = ["interactive", "api"];

    public static readonly string[] Vias = ["throw", "result", "mvc", "mvc-result"];

    public static readonly string[] ResponseModes = ["query", "fragment", "form_post", "web_message"];

    /// <summary>A registered target whatever the dialect: the one of the path is more specific than the client's.</summary>
    public const string Flow = "client_id=wearables&redirect_uri=https://example.com/vital/callback";

    public const string Target = "https://example.com/vital/callback";

    /// <summary>Every pair of two lists.</summary>
    public static TheoryData<string, string> Pairs(IEnumerable<string> first, IReadOnlyCollection<string> second)
    {
        TheoryData<string, string> pairs = [];
        foreach (string left in first)
        {
            foreach (string right in second)
            {
                pairs.Add(left, right);
            }
        }

        return pairs;
    }
}
