using Messaging.Codegen.Topology;

namespace Messaging.Codegen.Nats.Provisioning;

/// <summary>Turns settings that only NATS has into the lines that <see cref="TopologyPlan"/> writes for the others.</summary>
internal static class DriftLines
{
    /// <summary>Adds a line unless <paramref name="mode"/> changes the setting.</summary>
    public static void AddTo(this DriftedSetting setting, ICollection<string> differences, string subject, Provision mode)
    {
        if (mode != Provision.CreateOrUpdate || !setting.IsChangeable)
        {
            differences.Add(setting.Describe(subject, explain: mode == Provision.CreateOrUpdate));
        }
    }
}
