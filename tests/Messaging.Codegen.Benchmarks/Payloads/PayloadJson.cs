using System.Text.Json.Serialization;

namespace Messaging.Codegen.Benchmarks.Payloads;

[JsonSerializable(typeof(SmallEvent))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Readings))]
[JsonSerializable(typeof(Inventory))]
[JsonSerializable(typeof(Ledger))]
internal sealed partial class PayloadJson : JsonSerializerContext;
