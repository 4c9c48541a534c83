using System.Net.Sockets;
using System.Text;

namespace LinkErrors.Tests.Shared;

/// <summary>A request as bytes on a connection of its own, which may stop in the middle.</summary>
internal sealed class RawRequest : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpClient _connection;

    private RawRequest(TcpClient connection) => _connection = connection;

    public static async Task<RawRequest> SendAsync(Uri server, string text)
    {
        TcpClient connection = new();
        await connection.ConnectAsync(server.Host, server.Port);
        await connection.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));
        return new RawRequest(connection);
    }

    /// <summary>Sends one POST and reads the head of its answer.</summary>
    public static async Task<string> PostAsync(Uri server, string path, string headers, string body)
    {
        using RawRequest request = await SendAsync(server, Head(path, headers) + body);
        return await request.ReadHeadAsync();
    }

    public static string Head(string path, string headers) => $"POST {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n\r\n";

    /// <summary>Status line and headers of the answer; what came of them when the server closes the connection.</summary>
    public async Task<string> ReadHeadAsync()
    {
        using CancellationTokenSource patience = new(Patience);
        byte[] buffer = new byte[4096];
        StringBuilder answer = new();
        while (!answer.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            int length = await _connection.GetStream().ReadAsync(buffer, patience.Token);
            if (length == 0)
            {
                break;
            }

            answer.Append(Encoding.Latin1.GetString(buffer, 0, length));
        }

        return answer.ToString().Split("\r\n\r\n")[0];
    }

    /// <summary>Closes the connection without the usual good-bye (RST).</summary>
    public void Reset()
    {
        _connection.LingerState = new LingerOption(enable: true, seconds: 0);
        _connection.Close();
    }

    public void Dispose() => _connection.Dispose();
}
