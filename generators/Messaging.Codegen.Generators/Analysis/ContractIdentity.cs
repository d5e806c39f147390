using System.Globalization;
using Messaging.Codegen.Generators.Emit;

namespace Messaging.Codegen.Generators.Analysis;

/// <summary>What identifies a contract on the wire: <c>name/vN</c>.</summary>
internal static class ContractIdentity
{
    private const string VersionMark = "/v";

    public static string Join(string name, int version) => name + VersionMark + Identifiers.Literal(version);

    /// <summary>The parts of <c>name/vN</c>; null when it is none.</summary>
    public static (string Name, int Version)? Parse(string identity) =>
        identity.LastIndexOf(VersionMark, StringComparison.Ordinal) is var at and > 0
            && int.TryParse(identity.Substring(at + VersionMark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (identity.Substring(0, at), version)
            : null;
}
