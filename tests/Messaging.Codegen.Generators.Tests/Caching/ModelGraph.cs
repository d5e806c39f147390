using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Messaging.Codegen.Generators.Tests.Caching;

/// <summary>Looks through everything that a cached value holds on to.</summary>
internal static class ModelGraph
{
    /// <summary>The path to something that belongs to one compilation, which a cached value would keep alive and compare wrongly; null when there is none.</summary>
    public static string? FindForeign(object? value) => Find(value, value?.GetType().Name ?? "null", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static string? Find(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum)
        {
            return null;
        }

        if (value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Compilation or SemanticModel or Location or Diagnostic or SourceText or Delegate)
        {
            return $"{path} is a {value.GetType().Name}";
        }

        if (!value.GetType().IsValueType && !seen.Add(value))
        {
            return null;
        }

        return value is IEnumerable items ? FindInItems(items, path, seen) : FindInFields(value, path, seen);
    }

    private static string? FindInItems(IEnumerable items, string path, HashSet<object> seen)
    {
        var i = 0;
        foreach (var item in items)
        {
            if (Find(item, $"{path}[{i++}]", seen) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? FindInFields(object value, string path, HashSet<object> seen)
    {
        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (Find(field.GetValue(value), path + "." + field.Name, seen) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }
}
