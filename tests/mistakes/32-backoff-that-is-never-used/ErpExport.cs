using System.Net.Http.Json;
using Messaging.Codegen;

namespace Erp.Export;

public sealed class ErpExport(HttpClient http)
{
    [Handler("erp-export", MaxDeliver = 3, Backoff = ["1s", "10s", "1m", "10m", "1h"])]
    public async Task HandleAsync(InvoiceBooked invoice, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("https://erp.example/invoices", invoice, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
