using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Usage;

/// <summary>The types that an async function can return.</summary>
internal static class AsyncReturn
{
    /// <summary>True for <c>Task</c> and <c>ValueTask</c>, with or without a result.</summary>
    public static bool IsTask(ITypeSymbol? type) => IsPlain(type) || HasResult(type);

    /// <summary>True for those without a result.</summary>
    public static bool IsPlain(ITypeSymbol? type) => type.Is(KnownTypes.Task) || type.Is(KnownTypes.ValueTask);

    /// <summary>True for those with one.</summary>
    public static bool HasResult(ITypeSymbol? type) => type.Is(KnownTypes.TaskOfT) || type.Is(KnownTypes.ValueTaskOfT);
}
