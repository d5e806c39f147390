namespace Messaging.Codegen;

/// <summary>
/// What one assembly contributes: its contracts, handlers, routes and streams. The generator writes it as
/// <c>&lt;AssemblyIdentifier&gt;Module</c>.
/// </summary>
public interface IMessagingModule
{
    /// <summary>Registers everything that the assembly contributes.</summary>
    /// <param name="module">Takes the registrations; not null.</param>
    static abstract void Register(ModuleBuilder module);

    /// <summary>Shows the contracts that the assembly defines.</summary>
    /// <param name="visitor">Sees each once; not null.</param>
    static abstract void VisitContracts(IContractVisitor visitor);
}
