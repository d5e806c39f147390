namespace Messaging.Codegen.Generators.Model;

/// <summary>The modules that an application is made of.</summary>
/// <param name="Identifier">The application's name as a part of identifiers.</param>
/// <param name="Modules">The modules of the referenced assemblies, sorted by assembly, and behind them the application's own, if it has one.</param>
internal sealed record CompositionModel(string Identifier, EquatableArray<ReferencedModule> Modules)
{
    /// <summary>The composition of an application; null for a library.</summary>
    public static CompositionModel? Create(AssemblyNames names, EquatableArray<ReferencedModule> references, ReferencedModule? own)
    {
        if (!names.IsComposition)
        {
            return null;
        }

        return new CompositionModel(names.Identifier, own is null ? references : references.Append(own).ToEquatableArray());
    }
}

/// <summary>The module of an assembly.</summary>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="Module"><c>global::Shop.Orders.ShopOrdersModule</c>.</param>
internal sealed record ReferencedModule(string Assembly, string Module);
