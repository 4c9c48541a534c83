namespace LinkErrors.Flows;

/// <summary>Is told what comes of the search for a flow. It must not fail, and belongs to the call in which it is told.</summary>
internal interface ISearchObserver
{
    void Note(SearchNote note);
}
