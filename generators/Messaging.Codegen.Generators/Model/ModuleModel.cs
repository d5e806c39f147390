namespace Messaging.Codegen.Generators.Model;

/// <summary>Everything that an assembly contributes, sorted so that the order of its files does not matter.</summary>
internal sealed record ModuleModel
{
    public required AssemblyNames Names { get; init; }

    public required EquatableArray<ContractRow> Contracts { get; init; }

    public required EquatableArray<HandlerRegistration> Handlers { get; init; }

    /// <summary>The upcasters that the assembly declares.</summary>
    public required EquatableArray<UpcastModel> Upcasts { get; init; }

    public required EquatableArray<StreamModel> Streams { get; init; }

    /// <summary>True when there are contracts with mistakes: the module stays where others name it while they are being corrected.</summary>
    public required bool HasBrokenContracts { get; init; }

    /// <summary>True when there is nothing to register: no module is emitted then.</summary>
    public bool IsEmpty => Contracts.Count == 0 && Handlers.Count == 0 && Upcasts.Count == 0 && Streams.Count == 0 && !HasBrokenContracts;
}

/// <summary>How an assembly's emitted types are named.</summary>
/// <param name="Namespace">The root namespace as code writes it; never empty.</param>
/// <param name="Identifier">The assembly's name as a part of identifiers: <c>ShopOrders</c> for <c>Shop.Orders</c>.</param>
/// <param name="ModuleName">The module's name, <c>ShopOrdersModule</c>.</param>
/// <param name="IsComposition">True for an application: it gets <c>AddApplicationModules</c>.</param>
internal sealed record AssemblyNames(string Namespace, string Identifier, string ModuleName, bool IsComposition)
{
    public string FullModuleName => "global::" + Namespace + "." + ModuleName;
}
