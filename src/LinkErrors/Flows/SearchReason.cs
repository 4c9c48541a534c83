namespace LinkErrors.Flows;

/// <summary>What may come of a search. All but the first are values of the tag of refusals.</summary>
internal static class SearchReason
{
    /// <summary>A source had the answer, which may be that there is no flow.</summary>
    public const string Answered = "answered";

    public const string ClientUnknown = "client_unknown";
    public const string UriUnregistered = "uri_unregistered";
    public const string StateRefused = "state_refused";
    public const string SourceFailed = "source_failed";
    public const string SourceTooSlow = "source_too_slow";
    public const string StoreAnsweredAnother = "store_answered_another";
    public const string StateNotEchoable = "state_not_echoable";
    public const string RequestUnreadable = "request_unreadable";
}
