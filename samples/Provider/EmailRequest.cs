namespace Provider;

internal sealed record EmailRequest(string Email, string Region);
