// Makes orders.csv, always the same bytes:
//
//     cd samples/Orders/data && dotnet run make-orders.cs
//
// Another path may be given as the argument. Only the SDK is needed.
#:property PublishAot=false
#:property EmitCompilerGeneratedFiles=false

using System.Buffers.Binary;
using System.Globalization;
using System.Text;

const int Orders = 3_000;

string[] given = ["Zoë", "Łukasz", "José", "Søren", "Ngọc", "Αλέξανδρος", "Олександра", "محمد", "さくら", "李", "Ada", "Tomás", "İpek", "Grace"];
string[] family = ["O'Brien", "Müller", "Çelik", "Nguyễn", "Παπαδόπουλος", "Шевченко", "العلي", "田中", "小龙", "Lovelace", "García", "Ødegård"];
string[] companies = ["Müller & Söhne, GmbH", "The \"Blue\" Shop", "Café 🍰, Lisboa", "Silva\nc/o Porto Books", "Smith, Smith & Smith"];
(string Region, int Weight)[] regions = [("eu", 5), ("us", 4), ("apac", 3)];

var random = new SplitMix(20_260_101);
var csv = new StringBuilder("order_id,region,customer,payment_token,total,sku,quantity,unit_price\n");
var first = "";
for (var i = 0; i < Orders; i++)
{
    var order = MakeOrder(i);
    csv.Append(order);
    first = i == 0 ? order : first;
    csv.Append(MakeBadLine(i));
}

csv.Append(first); // an order that was there before
File.WriteAllText(args is [var path, ..] ? path : "orders.csv", csv.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

string MakeOrder(int i)
{
    var lines = new (string Sku, int Quantity, int Cents)[1 + random.Below(4)];
    var cents = 0;
    for (var l = 0; l < lines.Length; l++)
    {
        var isDear = random.Below(40) == 0;
        lines[l] = ($"{(char)('A' + random.Below(26))}{random.Below(10_000):D4}", 1 + random.Below(5), isDear ? 50_000 + random.Below(100_000) : 95 + random.Below(19_000));
        cents += lines[l].Quantity * lines[l].Cents;
    }

    // Tokens as in a payment provider's test mode; Services/SimulatedPaymentGateway.cs knows them.
    var token = i switch
    {
        412 or 1_033 or 2_518 => "tok_down",
        97 or 640 or 1_211 or 1_777 or 2_204 or 2_950 => "tok_expired",
        _ => random.Below(100) switch { < 4 => "tok_declined", < 9 => "tok_slow_once", _ => "tok_ok" },
    };
    return Rows(MakeId(), PickRegion(), MakeCustomer(), token, cents, lines);
}

string MakeBadLine(int i)
{
    var id = MakeId();
    return i switch
    {
        150 => $"{id},eu,Ada Lovelace,tok_ok,19.98,A0001,two,9.99\n",
        700 => $"{id},us,Grace Müller,tok_ok,-9.99,A0002,1,-9.99\n",
        1_100 => $"{id},moon,Zoë Çelik,tok_ok,9.99,A0003,1,9.99\n",
        1_600 => $"{id},eu,Smith, John,tok_ok,9.99,A0004,1,9.99\n",
        2_000 => "4711,apac,Søren Ødegård,tok_ok,9.99,A0005,1,9.99\n",
        2_400 => $"{id},us,\"José García,tok_ok,9.99,A0006,1,9.99\n",
        2_800 => $"{id},apac,İpek 田中,tok_ok,99.99,A0007,1,9.99\n",
        _ => "",
    };
}

string PickRegion()
{
    var pick = random.Below(regions.Sum(region => region.Weight));
    foreach (var (region, weight) in regions)
    {
        if ((pick -= weight) < 0)
        {
            return region;
        }
    }

    return regions[^1].Region;
}

string MakeCustomer() => random.Below(12) == 0
    ? companies[random.Below(companies.Length)]
    : $"{given[random.Below(given.Length)]} {family[random.Below(family.Length)]}";

Guid MakeId()
{
    Span<byte> bytes = stackalloc byte[16];
    BinaryPrimitives.WriteUInt64LittleEndian(bytes, random.Next());
    BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], random.Next());
    bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40); // a version 4 UUID
    bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
    return new Guid(bytes, bigEndian: true);
}

static string Rows(Guid id, string region, string customer, string token, int cents, (string Sku, int Quantity, int Cents)[] lines) =>
    string.Concat(lines.Select(line => $"{id},{region},{Quote(customer)},{token},{Amount(cents)},{line.Sku},{line.Quantity},{Amount(line.Cents)}\n"));

static string Amount(int cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

static string Quote(string field) => field.AsSpan().ContainsAny(",\"\n") ? $"\"{field.Replace("\"", "\"\"")}\"" : field;

/// <summary>SplitMix64: a sequence of numbers that no runtime will ever change, unlike that of System.Random.</summary>
internal sealed class SplitMix(ulong state)
{
    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public int Below(int limit) => (int)(Next() % (ulong)limit);
}
