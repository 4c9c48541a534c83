using LinkErrors.Flows;
using Microsoft.EntityFrameworkCore;

namespace Links;

public sealed class ClientRegistry(ApplicationContext context, ILinkClientCache cache)
{
    public async Task AddAsync(LinkClient client)
    {
        context.Add(new StoredLinkClient(client));
        await context.SaveChangesAsync();
        cache.Remove(client.ClientId);
    }

    public async Task ChangeAsync(LinkClient client)
    {
        StoredLinkClient row = await context.Set<StoredLinkClient>().SingleAsync(row => row.ClientId == client.ClientId);
        row.Update(client);
        await context.SaveChangesAsync();
        cache.Remove(client.ClientId);
    }
}
