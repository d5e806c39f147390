namespace Messaging.Codegen.Generators;

/// <summary>Names of the pipeline's tracked steps. The harness takes them from here by reflection, so none is left unchecked.</summary>
internal static class Steps
{
    /// <summary>One model per <c>[Message]</c> type.</summary>
    public const string Contracts = nameof(Contracts);

    /// <summary>One model per <c>[Message]</c> type with a mistake.</summary>
    public const string BrokenContracts = nameof(BrokenContracts);

    /// <summary>One model per <c>[Message]</c> type that nothing can be added to and no analyzer will come to.</summary>
    public const string LostContracts = nameof(LostContracts);

    /// <summary>What the module needs to know of each contract.</summary>
    public const string ContractRows = nameof(ContractRows);

    /// <summary>One model per class with <c>[Handler]</c> methods.</summary>
    public const string Handlers = nameof(Handlers);

    /// <summary>What the emitted file of each handler class depends on.</summary>
    public const string HandlerStubs = nameof(HandlerStubs);

    /// <summary>What the module needs to know of each handler class.</summary>
    public const string HandlerRegistrations = nameof(HandlerRegistrations);

    /// <summary>The handlers of the assembly, sorted.</summary>
    public const string Routes = nameof(Routes);

    /// <summary>One model per <c>[Upcast]</c> method.</summary>
    public const string Upcasts = nameof(Upcasts);

    /// <summary>The upcasters of the assembly, sorted.</summary>
    public const string SortedUpcasts = nameof(SortedUpcasts);

    /// <summary>Whether the assembly handles anything.</summary>
    public const string HasHandlers = nameof(HasHandlers);

    /// <summary>The upcasters of the referenced assemblies.</summary>
    public const string ReferencedUpcasts = nameof(ReferencedUpcasts);

    /// <summary>The handlers of the assembly with the older versions that they get.</summary>
    public const string VersionedRoutes = nameof(VersionedRoutes);

    /// <summary>The streams of each file.</summary>
    public const string Streams = nameof(Streams);

    /// <summary>The streams of the assembly, sorted.</summary>
    public const string SortedStreams = nameof(SortedStreams);

    /// <summary>What the project file says.</summary>
    public const string BuildOptions = nameof(BuildOptions);

    /// <summary>How the assembly's emitted types are named.</summary>
    public const string AssemblyNames = nameof(AssemblyNames);

    /// <summary>Everything that the assembly contributes.</summary>
    public const string Module = nameof(Module);

    /// <summary>The modules of the referenced assemblies.</summary>
    public const string References = nameof(References);

    /// <summary>The modules that the application is made of.</summary>
    public const string Composition = nameof(Composition);
}
