namespace Provider;

internal sealed record PasswordRequest(string Username, string Password, string? Code);
