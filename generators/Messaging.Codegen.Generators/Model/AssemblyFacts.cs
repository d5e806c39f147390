namespace Messaging.Codegen.Generators.Model;

/// <summary>What the compilation says about the assembly that is built.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="IsExecutable">True for an application.</param>
/// <param name="HasRuntime">True when the package's library is referenced; without it nothing that is emitted would compile.</param>
internal sealed record AssemblyFacts(string Name, bool IsExecutable, bool HasRuntime);

/// <summary>What the project file says.</summary>
/// <param name="RootNamespace">The property <c>RootNamespace</c>, or null.</param>
/// <param name="Composition">The property <c>MessagingComposition</c>, or null.</param>
internal sealed record BuildOptions(string? RootNamespace, bool? Composition);
