namespace Messaging.Codegen.Conformance.Flow;

/// <summary>A module that a test writes at run time, as the generator writes one for an assembly.</summary>
public sealed class FlowModule : IMessagingModule
{
    [ThreadStatic]
    private static Action<ModuleBuilder>? _register;

    /// <inheritdoc/>
    public static void Register(ModuleBuilder module) => _register!(module);

    /// <inheritdoc/>
    public static void VisitContracts(IContractVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit<Work>();
    }

    /// <summary>Adds the module to a service with what it shall register.</summary>
    internal static void Use(MessagingBuilder messaging, Action<ModuleBuilder> register)
    {
        _register = register;
        messaging.AddModule<FlowModule>();
        _register = null;
    }
}
