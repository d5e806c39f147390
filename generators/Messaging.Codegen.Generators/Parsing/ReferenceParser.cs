using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Reads what referenced assemblies contribute, from their attributes. Their types are never walked.</summary>
internal static class ReferenceParser
{
    private const string Runtime = "Messaging.Codegen";

    /// <summary>The referenced assemblies that were built against the runtime. The others cannot carry its attributes.</summary>
    public static IEnumerable<IAssemblySymbol> Candidates(Compilation compilation)
    {
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == Runtime)))
            {
                yield return assembly;
            }
        }
    }

    /// <summary>The modules of the referenced assemblies, sorted by assembly.</summary>
    public static EquatableArray<ReferencedModule> Modules(Compilation compilation, CancellationToken cancellationToken)
    {
        var modules = new List<ReferencedModule>();
        foreach (var assembly in Candidates(compilation))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (assembly.Attribute(KnownTypes.MessagingModuleAttribute) is { ConstructorArguments: [{ Value: INamedTypeSymbol module }, ..] })
            {
                modules.Add(new ReferencedModule(assembly.Name, module.ToTypeRef().Name));
            }
        }

        return modules.OrderBy(static module => module.Assembly, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>The upcasters of the referenced assemblies, sorted. What cannot be called is left out.</summary>
    public static EquatableArray<UpcastModel> Upcasts(Compilation compilation, CancellationToken cancellationToken)
    {
        var upcasts = new List<UpcastModel>();
        foreach (var assembly in Candidates(compilation))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var fact in Facts(assembly, FactKinds.Upcast))
            {
                upcasts.AddRange(UpcastParser.Find(fact, assembly, compilation, cancellationToken));
            }
        }

        return upcasts.ToSortedArray(static upcast => upcast.MetadataName);
    }

    /// <summary>The facts of one kind that <paramref name="assembly"/> carries. An editor asks after each edit, so the other lines are not parsed.</summary>
    public static IEnumerable<FactLine> Facts(IAssemblySymbol assembly, string kind)
    {
        var mark = " " + kind + " ";
        return Facts(assembly)
            .Where(line => line.IndexOf(mark, StringComparison.Ordinal) >= 0)
            .Select(FactLine.Parse)
            .OfType<FactLine>()
            .Where(fact => fact.Kind == kind);
    }

    /// <summary>The fact lines that <paramref name="assembly"/> carries.</summary>
    public static IEnumerable<string> Facts(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass.Is(KnownTypes.MessagingFactAttribute) && attribute.ConstructorArguments is [{ Value: string line }])
            {
                yield return line;
            }
        }
    }
}
