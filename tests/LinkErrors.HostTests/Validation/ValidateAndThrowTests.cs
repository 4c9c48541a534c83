using System.Net.Http.Json;
using FluentValidation;
using LinkErrors.HostTests.Matrix;
using Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.Validation;

/// <summary>The recipe of docs/other-frameworks.md for FluentValidation: names of fields, never what was sent for them.</summary>
public sealed class ValidateAndThrowTests
{
    [Theory]
    [InlineData("", "", "400 JSON `missing_fields`", "Required fields are missing: Name, Email.")]
    [InlineData("", "a@b.example", "400 JSON `missing_fields`", "Required fields are missing: Name.")]
    [InlineData("", "hunter2", "400 JSON `invalid_request` Name, Email", "Missing or not valid: Name, Email.")]
    [InlineData("Ann", "hunter2", "400 JSON `invalid_request` Email", "Missing or not valid: Email.")]
    [InlineData("Ann", "a@b.example", "200 ok", "ok")]
    public async Task Request_ThatIsNotValid_NamesItsFields(string name, string email, string expected, string text)
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapPost("/account", (Account account) =>
                {
                    new AccountValidator().ValidateAndThrow(account);
                    return "ok";
                }).WithLinkErrors(LinkEndpointKind.Api);
            },
            HostFlow.Settings,
            builder => builder.Services.AddLinkErrors(options => options.Map<ValidationException>(ValidationErrors.Read)));

        using HttpResponseMessage response = await app.Client.PostAsJsonAsync(new Uri("/account", UriKind.Relative), new Account(name, email));

        HostAnswer answer = await HostAnswer.ReadAsync(response);

        // FastEndpoints, in the same process, turns the first letter of every name.
        answer.Words.Should().BeEquivalentTo(expected);
        answer.Body.Should().ContainEquivalentOf(text).And.NotContain("hunter2");
    }

    private sealed record Account(string Name, string Email);

    private sealed class AccountValidator : AbstractValidator<Account>
    {
        public AccountValidator()
        {
            RuleFor(account => account.Name).NotEmpty();
            RuleFor(account => account.Email).NotEmpty();
            RuleFor(account => account.Email).EmailAddress().When(account => account.Email.Length > 0).WithMessage("'{PropertyValue}' is no address.");
        }
    }
}
