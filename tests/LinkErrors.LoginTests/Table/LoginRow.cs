using LinkErrors.LoginTests.Applications;
using LinkErrors.LoginTests.Provider;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;

namespace LinkErrors.LoginTests.Table;

/// <summary>One thing that can happen to a login, and the code that the client has to hear.</summary>
/// <param name="Name">What happens, as the documentation says it.</param>
/// <param name="Code">The code; null where nothing goes wrong, or where it is the application's own affair.</param>
internal sealed record LoginRow(string Name, string? Code)
{
    private const string ForeignNonce = "of-another-login";

    /// <summary>How the provider behaves.</summary>
    public ProviderBehavior Provider { get; init; } = new();

    /// <summary>How it behaves from the callback on, at an instance that knows nothing of it yet; null when nothing changes.</summary>
    public ProviderBehavior? AtCallback { get; init; }

    /// <summary>What the user does.</summary>
    public Func<LoginRun, Task<LoginArrival>> Walk { get; init; } = run => run.LoginAsync();

    /// <summary>What the application says of OpenID Connect; null for what people have as it stands.</summary>
    public Action<OpenIdConnectOptions>? Configure { get; init; }

    /// <summary>Whether it happens only where OpenID Connect is spoken, as with metadata and nonces.</summary>
    public bool NeedsOpenIdConnect { get; init; }

    /// <summary>Whether it needs what only the schemes of ASP.NET Core have, a nonce cookie or a sign-out that goes by itself.</summary>
    public bool NeedsRemoteScheme { get; init; }

    /// <summary>Whether a code is redeemed, which Identity.Web does not do as it stands.</summary>
    public bool NeedsCode { get; init; }

    /// <summary>Whether the provider keeps the handler waiting, so that this one is to be impatient.</summary>
    public bool IsSlow => (AtCallback ?? Provider) is { Token: ProviderAnswers.Slow } or { Metadata: ProviderAnswers.Slow };

    /// <summary>Where the browser ends with the library.</summary>
    public string End { get; init; } = "client";

    public static IReadOnlyList<LoginRow> All { get; } =
    [
        new("success", null) { End = "linked" },
        new("success, with a code for the client", null) { Walk = run => run.LoginAsync(LoginApplication.LinkPath) },
        new("success, but the account is linked already", "duplicate_connection") { Walk = run => run.LoginAsync(LoginApplication.TakenPath) },
        new("the user cancels", "access_denied") { Provider = new() { Authorize = "access_denied" } },
        .. ProviderErrors(),
        new("neither a code nor an error", "callback_code_missing") { Provider = new() { Authorize = "nothing" } },
        new("the correlation cookie is lost", "callback_state_invalid") { Walk = run => run.LoginAsync(Lose(run, "Correlation", "OpenIddict.Client.State")) },
        new("the nonce cookie is lost", "callback_state_invalid") { NeedsOpenIdConnect = true, NeedsRemoteScheme = true, Walk = run => run.LoginAsync(Lose(run, "Nonce")) },
        new("both cookies are lost", "callback_state_invalid") { NeedsOpenIdConnect = true, Walk = run => run.LoginAsync(Lose(run, "")) },
        new("the ID token has a foreign nonce", "callback_state_invalid") { NeedsOpenIdConnect = true, NeedsRemoteScheme = true, Provider = new() { Nonce = ForeignNonce } },
        new("the state is tampered with", "callback_state_invalid") { End = "page 400", Walk = run => run.LoginAsync(step => SetState(step, state => state + "x")) },
        new("the state is missing", "callback_state_invalid") { End = "page 400", Walk = run => run.LoginAsync(step => SetState(step, _ => null)) },
        new("replay in another browser", "callback_state_invalid")
        {
            Walk = async run =>
            {
                await run.LoginAsync();
                using LoginBrowser other = new();
                return await other.GoAsync(run.Browser.Callback!);
            },
        },
        new("the back button, after success", "callback_state_invalid")
        {
            Walk = run => run.GoBackAsync(),
        },
        new("submitted twice at the same time", "provider_error") { NeedsCode = true, Walk = run => run.SubmitTwiceAsync() },
        .. TokenFaults(),
        .. UserInfoFaults(),
        .. MetadataFaults(),
        new("pushed request (PAR)", null) { End = "linked", NeedsOpenIdConnect = true, Provider = new() { Par = ProviderAnswers.Works } },
        new("pushed request: invalid_request", "provider_error") { NeedsOpenIdConnect = true, Provider = new() { Par = "error:invalid_request" } },
        new("pushed request: dropped connection", "provider_api_error") { NeedsOpenIdConnect = true, Provider = new() { Par = ProviderAnswers.Dropped } },
        new("sign-out", null)
        {
            NeedsOpenIdConnect = true,
            NeedsRemoteScheme = true,
            End = "nobody",
            Walk = run => run.SignOutAsync(),
        },
        new("metadata when the sign-out begins: dropped connection", "provider_api_error")
        {
            NeedsOpenIdConnect = true,
            NeedsRemoteScheme = true,
            End = "page 502",
            Walk = async run =>
            {
                await run.LoginAsync();
                run.Restart(new() { Metadata = ProviderAnswers.Dropped });
                return await run.OpenAsync("/logout");
            },
        },
    ];

    /// <summary>Whether the row can happen with a handler.</summary>
    public bool Fits(LoginHandler handler) =>
        (handler.IsOpenIdConnect || !NeedsOpenIdConnect) && (handler.RedeemsCode || !NeedsCode) && (handler.Map is null || !NeedsRemoteScheme);

    public override string ToString() => Name;

    private static IEnumerable<LoginRow> ProviderErrors()
    {
        (string Error, string Code)[] errors =
        [
            ("login_required", "login_required"),
            ("interaction_required", "interaction_required"),
            ("consent_required", "consent_required"),
            ("account_selection_required", "account_selection_required"),
            ("unmet_authentication_requirements", "unmet_authentication_requirements"),
            ("temporarily_unavailable", "temporarily_unavailable"),
            ("invalid_scope", "invalid_scope"),
            ("server_error", "provider_api_error"),
            ("unauthorized_client", "provider_error"),
        ];
        return errors.Select(error => new LoginRow($"the provider says `{error.Error}`", error.Code) { Provider = new() { Authorize = error.Error } })
            .Append(new LoginRow("the same without a description", "provider_error") { Provider = new() { Authorize = "unauthorized_client", Description = null } });
    }

    private static IEnumerable<LoginRow> TokenFaults()
    {
        (string Name, string Answer, string Code)[] faults =
        [
            ("400 `invalid_grant`", "error:invalid_grant", "provider_error"),
            ("400 `invalid_client`", "error:invalid_client", "provider_error"),
            ("502 with HTML", ProviderAnswers.Html502, "provider_api_error"),
            ("503 with JSON of its own", ProviderAnswers.Json503, "provider_api_error"),
            ("200 with HTML", ProviderAnswers.Html, "provider_api_error"),
            ("empty", "", "provider_api_error"),
            ("`{}`", "{}", "provider_api_error"),
            ("`[]`", "[]", "provider_api_error"),
            ("dropped connection", ProviderAnswers.Dropped, "provider_api_error"),
            ("too slow", ProviderAnswers.Slow, "provider_api_error"),
        ];
        return faults.Select(fault => new LoginRow($"token endpoint: {fault.Name}", fault.Code) { NeedsCode = true, Provider = new() { Token = fault.Answer } });
    }

    private static IEnumerable<LoginRow> UserInfoFaults()
    {
        (string Name, string Answer)[] faults = [("502 with HTML", ProviderAnswers.Html502), ("200 with HTML", ProviderAnswers.Html), ("dropped connection", ProviderAnswers.Dropped)];
        return faults.Select(fault => new LoginRow($"userinfo: {fault.Name}", "provider_api_error") { NeedsCode = true, Provider = new() { UserInfo = fault.Answer } });
    }

    private static IEnumerable<LoginRow> MetadataFaults()
    {
        (string Name, ProviderBehavior Provider)[] faults =
        [
            ("dropped connection", new() { Metadata = ProviderAnswers.Dropped }),
            ("200 with HTML", new() { Metadata = ProviderAnswers.Html }),
            ("503 with JSON of its own", new() { Metadata = ProviderAnswers.Json503 }),
            ("too slow", new() { Metadata = ProviderAnswers.Slow }),
        ];
        foreach ((string name, ProviderBehavior provider) in faults)
        {
            yield return new LoginRow($"metadata when the login begins: {name}", "provider_api_error") { NeedsOpenIdConnect = true, Provider = provider };
            yield return new LoginRow($"metadata at the callback: {name}", "provider_api_error") { NeedsOpenIdConnect = true, AtCallback = provider };
        }

        yield return new LoginRow("keys at the callback: dropped connection", "provider_api_error") { NeedsOpenIdConnect = true, AtCallback = new() { Keys = ProviderAnswers.Dropped } };
    }

    private static Func<LoginStep, LoginStep> Lose(LoginRun run, params string[] cookies) => step =>
    {
        foreach (string cookie in cookies)
        {
            run.Browser.ForgetCookies(cookie);
        }

        return step;
    };

    private static LoginStep SetState(LoginStep step, Func<string, string?> change)
    {
        if (step.Form is { } form)
        {
            return step with { Form = [.. Change(form)] };
        }

        IEnumerable<KeyValuePair<string, string>> query = QueryHelpers.ParseQuery(step.Url.Query)
            .Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value.ToString()));
        return step with { Url = new Uri(QueryHelpers.AddQueryString(step.Url.GetLeftPart(UriPartial.Path), Change(query).ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal))) };

        IEnumerable<KeyValuePair<string, string>> Change(IEnumerable<KeyValuePair<string, string>> fields) => fields
            .Select(field => field.Key == "state" ? KeyValuePair.Create(field.Key, change(field.Value)) : KeyValuePair.Create(field.Key, (string?)field.Value))
            .Where(field => field.Value is not null)
            .Select(field => KeyValuePair.Create(field.Key, field.Value!));
    }
}
