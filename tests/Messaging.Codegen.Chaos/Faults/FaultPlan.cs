namespace Messaging.Codegen.Chaos.Faults;

/// <summary>What is done to the processes, how often.</summary>
internal enum Fault
{
    ConsumerKill,
    ConsumerPause,
    ConsumerStop,
    ProducerKill,
    BrokerKill,
    BrokerPause,
    BrokerRestart,
    NetworkCut,
    NetworkClose,
    NetworkSilence,
    DatabaseOutage,
}

/// <summary>The faults of a run in their order: a seed gives the same ones again, though not at the same messages.</summary>
internal static class FaultPlan
{
    public static IReadOnlyList<Fault> Make(CommandLine line, Random random)
    {
        var kills = line.Number("consumer-kills", 6);
        var broker = line.Number("broker-kills", 2);
        var faults = new List<Fault>();
        Add(Fault.ConsumerKill, kills);
        Add(Fault.ConsumerPause, line.Number("consumer-pauses", (kills + 2) / 3));
        Add(Fault.ConsumerStop, line.Number("consumer-stops", (kills + 2) / 3));
        Add(Fault.ProducerKill, line.Number("producer-kills", (kills + 5) / 6));
        Add(Fault.BrokerKill, broker);
        Add(Fault.BrokerPause, line.Number("broker-pauses", (broker + 1) / 2));
        Add(Fault.BrokerRestart, line.Number("broker-restarts", (broker + 1) / 2));
        Add(Fault.NetworkCut, line.Number("network-cuts", (kills + 2) / 3));
        Add(Fault.NetworkClose, line.Number("network-closes", (kills + 2) / 3));
        Add(Fault.NetworkSilence, line.Number("network-silences", (kills + 2) / 3));
        Add(Fault.DatabaseOutage, line.Number("database-outages", 0));
        var order = faults.ToArray();
        random.Shuffle(order);
        return order;

        void Add(Fault fault, int count) => faults.AddRange(Enumerable.Repeat(fault, count));
    }
}
