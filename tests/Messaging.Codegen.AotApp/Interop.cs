using System.Buffers;
using Messaging.Codegen.Facts;
using Messaging.Codegen.Nats;

namespace Messaging.Codegen.AotApp;

/// <summary>What finds emitted code by a type argument, and what shows payloads without it, as native code.</summary>
public static class Interop
{
    public static bool Works(Shipment shipment)
    {
        var registry = new MessageSerializerRegistry(new ContractSet().AddApplicationModules());
        var output = new ArrayBufferWriter<byte>();
        registry.GetSerializer<Shipment>().Serialize(output, shipment);
        var read = registry.GetDeserializer<Shipment>().Deserialize(new ReadOnlySequence<byte>(output.WrittenMemory));
        var facts = ContractFacts.Parse(
        [
            "aot.shipment/v1 message event",
            "aot.shipment/v1 key 000 Id uuid.str!",
            "aot.shipment/v1 key 005 Urgency enum:Urgency",
            "aot.shipment/v1/enum:Urgency enum i32",
            $"aot.shipment/v1/enum:Urgency value {(int)shipment.Urgency:D10} AsSent",
        ]);
        var view = new PayloadJson(facts).Format("aot.shipment/v1", output.WrittenSpan);
        return read?.Id == shipment.Id
            && registry.GetSerializer<string>() is not null
            && view.Contains($"\"Id\": \"{shipment.Id}\"", StringComparison.Ordinal)
            && view.Contains("\"Urgency\": \"AsSent\"", StringComparison.Ordinal);
    }
}
