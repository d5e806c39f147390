using System.Text.Json.Serialization;

namespace Messaging.Codegen.Benchmarks.Contestants.MemoryPackContracts;

[JsonSerializable(typeof(PackedSmallEvent))]
[JsonSerializable(typeof(PackedOrder))]
[JsonSerializable(typeof(PackedArticle))]
[JsonSerializable(typeof(PackedReadings))]
[JsonSerializable(typeof(PackedInventory))]
[JsonSerializable(typeof(PackedLedger))]
internal sealed partial class MemoryPackJson : JsonSerializerContext;
