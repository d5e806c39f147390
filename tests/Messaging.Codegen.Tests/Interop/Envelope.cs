using MessagePack;
using Messaging.Codegen.Tests.Contracts;

namespace Messaging.Codegen.Tests.Interop;

/// <summary>A type of somebody who uses MessagePack-CSharp. The contracts in it have no attribute of that library.</summary>
[MessagePackObject]
public sealed class Envelope
{
    [Key(0)] public string Sender { get; set; } = "";
    [Key(1)] public Defaults? Body { get; set; }
    [Key(2)] public List<Parameters?> Many { get; set; } = [];
    [Key(3)] public Dictionary<string, StructDefaults> ByName { get; set; } = [];
    [Key(4)] public StructDefaults? Maybe { get; set; }
    [Key(5)] public int Last { get; set; }
    [Key(6)] public Envelope? Inner { get; set; }
}
