namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>shopify</c>: Shopify. A spent code is invalid_request there, as other faults are.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/nozzlegear/ShopifySharp/issues/70"/></item>
    /// <item><see href="https://github.com/BNMetrics/Laravel-ShopifyAPI/issues/9"/></item>
    /// <item><see href="https://github.com/cjies/next-auth-shopify-provider-demo/pull/1"/></item>
    /// <item><see href="https://github.com/frappe/ecommerce_integrations/issues/414"/></item>
    /// <item><see href="https://github.com/Shopify/shopify_app/issues/449"/></item>
    /// <item><see href="https://github.com/Shopify/omniauth-shopify-oauth2/issues/85"/></item>
    /// <item><see href="https://github.com/BNMetrics/Laravel-ShopifyAPI/issues/15"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Shopify { get; } = new("shopify")
    {
        Code = ["error"],
        Text = ["error_description", "errors"],
        Reference = ["header:X-Request-Id"],
        StatusCodes = { [400] = LinkErrorCodes.InvalidRequest },
    };
}
