namespace LinkErrors;

/// <summary>
/// Names errors of an endpoint, an action or all actions of a controller for its OpenAPI document. It documents only:
/// every error is answered whether it is named or not.
/// </summary>
/// <param name="codes">Canonical codes, see <see cref="LinkErrorCodes"/>. One that the catalog does not know is left out.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Delegate, AllowMultiple = true, Inherited = true)]
public sealed class ProducesLinkErrorsAttribute(params string[] codes) : Attribute
{
    /// <summary>The canonical codes.</summary>
    public IReadOnlyList<string> Codes { get; } = codes ?? [];
}
