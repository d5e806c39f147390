using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>A contract of the compilation and the place to report it at.</summary>
/// <param name="Header">What its attribute says.</param>
/// <param name="Name">The CLR name for messages.</param>
/// <param name="Location">The attribute.</param>
internal sealed record DeclaredContract(ContractHeader Header, string Name, Location Location);

/// <summary>A handler of the compilation and the place to report it at.</summary>
/// <param name="Route">Its row of the routing table.</param>
/// <param name="Location">The attribute.</param>
internal sealed record DeclaredHandler(RouteRow Route, Location Location);

/// <summary>A call that publishes a contract.</summary>
/// <param name="Identity">The contract, <c>name/vN</c>.</param>
/// <param name="Member">The member that it stands in.</param>
/// <param name="Location">The call.</param>
internal sealed record Publication(string Identity, string Member, Location Location);
