using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkService.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LinkService;

/// <summary>Issues link tokens, tells why one is no good, and consumes one exactly once, however many instances try.</summary>
internal sealed class LinkTokens(LinkServiceContext database, LinkFlowFactory flows, IHttpContextAccessor accessor, TimeProvider time)
{
    private HttpContext Context => accessor.HttpContext!;

    public async Task<string> IssueAsync(LinkFlowRequest request, string userId, TimeSpan lifetime)
    {
        LinkFlow flow = await flows.CreateAsync(request, Context.RequestAborted) ?? throw new InvalidClientException();
        if (flow.Target is null)
        {
            throw new InvalidRedirectUriException();
        }

        string token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        database.LinkTokens.Add(new LinkToken
        {
            Id = Hash(token),
            ClientId = flow.ClientId!,
            UserId = userId,
            RedirectUri = request.RedirectUri,
            State = request.State,
            ResponseMode = request.ResponseMode,
            ExpiresAt = Now() + lifetime,
        });
        await database.SaveChangesAsync(Context.RequestAborted);
        return token;
    }

    /// <summary>Finds a token that is still good. From here on every error of this request goes to the client that it was issued for.</summary>
    public Task<LinkToken> ValidateAsync(string? token) => string.IsNullOrEmpty(token) ? throw new LinkTokenMissingException() : ValidateByIdAsync(Hash(token));

    public async Task<LinkToken> ValidateByIdAsync(string id)
    {
        LinkToken token = await database.LinkTokens.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, Context.RequestAborted) ?? throw new InvalidLinkTokenException();
        Context.SetLinkFlow(await flows.CreateAsync(CreateRequest(token), Context.RequestAborted));
        return token switch
        {
            { ConsumedAt: not null } => throw new LinkTokenConsumedException($"Consumed at {token.ConsumedAt:u}."),
            _ when token.ExpiresAt <= Now() => throw new LinkTokenExpiredException($"Expired at {token.ExpiresAt:u}."),
            _ => token,
        };
    }

    /// <summary>Makes the connection and consumes the token, both or neither.</summary>
    public async Task<Connection> ConnectAsync(LinkToken token, string provider, string account)
    {
        // It begins anew after a connection to the database that was cut.
        IExecutionStrategy strategy = database.Database.CreateExecutionStrategy();
        try
        {
            return await strategy.ExecuteAsync(() => TryConnectAsync(token, provider, account));
        }
        catch (DbUpdateException)
        {
            // Two linked one account at the same time, and the index of the database let one of them. The other finds it now.
            return await strategy.ExecuteAsync(() => TryConnectAsync(token, provider, account));
        }
    }

    public static LinkFlowRequest CreateRequest(LinkToken token) =>
        new() { ClientId = token.ClientId, RedirectUri = token.RedirectUri, State = token.State, ResponseMode = token.ResponseMode };

    private async Task<Connection> TryConnectAsync(LinkToken token, string provider, string account)
    {
        database.ChangeTracker.Clear();
        await using IDbContextTransaction transaction = await database.Database.BeginTransactionAsync(Context.RequestAborted);
        DateTime now = Now();
        int consumed = await database.LinkTokens.Where(row => row.Id == token.Id && row.ConsumedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.ConsumedAt, now), Context.RequestAborted);
        if (consumed == 0)
        {
            throw new LinkTokenConsumedException("Another request consumed it at the same time.");
        }

        Connection? connection = await database.Connections.SingleOrDefaultAsync(row => row.Provider == provider && row.Account == account, Context.RequestAborted);
        if (connection is null)
        {
            connection = new Connection
            {
                Id = Guid.NewGuid().ToString("N"),
                Provider = provider,
                Account = account,
                ClientId = token.ClientId,
                UserId = token.UserId,
                LinkTokenId = token.Id,
            };
            database.Connections.Add(connection);
        }
        else if (connection.ClientId != token.ClientId || connection.UserId != token.UserId)
        {
            throw new DuplicateConnectionException { Provider = provider };
        }
        else
        {
            connection.LinkTokenId = token.Id;
        }

        await database.SaveChangesAsync(Context.RequestAborted);
        await transaction.CommitAsync(Context.RequestAborted);
        return connection;
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private DateTime Now() => time.GetUtcNow().UtcDateTime;
}
