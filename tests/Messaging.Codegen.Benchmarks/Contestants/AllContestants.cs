using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Benchmarks.Contestants;

/// <summary>Everybody who can run here.</summary>
internal static class AllContestants
{
    public static IReadOnlyList<(string Name, Func<Contestant> Create)> All { get; } = List();

    /// <summary>Whose speed is 1 without other word: MessagePack-CSharp, in the form that can run here.</summary>
    public static string Reference => RuntimeFeature.IsDynamicCodeSupported ? MessagePackCSharp.Name : MessagePackGenerated.Name;

    private static List<(string Name, Func<Contestant> Create)> List()
    {
        List<(string Name, Func<Contestant> Create)> all = [(Ours.Name, Ours.Create)];
        if (RuntimeFeature.IsDynamicCodeSupported)
            all.Add((MessagePackCSharp.Name, MessagePackCSharp.Create));
        all.Add((MessagePackGenerated.Name, MessagePackGenerated.Create));
        all.Add((MemoryPackBinary.Name, MemoryPackBinary.Create));
        all.Add((NerdbankMessagePack.Name, NerdbankMessagePack.Create));
        all.Add((GoogleProtobuf.Name, GoogleProtobuf.Create));
        if (RuntimeFeature.IsDynamicCodeSupported)
            all.Add((ProtobufNet.Name, ProtobufNet.Create));
        all.Add((SystemTextJson.Name, SystemTextJson.Create));
        return all;
    }
}
