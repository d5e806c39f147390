using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints accessors to <c>init</c> setters: an absent member keeps its declared default, a present one is set after the construction.</summary>
internal static class AccessorEmitter
{
    /// <summary>Prints the accessors of types that are not generic, inside of the class with the shapes' methods.</summary>
    public static void EmitMethods(EmitContext context, IEnumerable<AccessorModel> accessors)
    {
        foreach (var accessor in accessors.Where(static accessor => accessor.Generic is null))
        {
            context.Writer.Line();
            EmitMethod(context.Writer, accessor);
        }
    }

    /// <summary>Prints a class for each generic type: the runtime finds its setters only through the same type parameters.</summary>
    public static void EmitClasses(EmitContext context, IEnumerable<AccessorModel> accessors)
    {
        foreach (var group in accessors.Where(static accessor => accessor.Generic is not null).GroupBy(static accessor => accessor.Generic!.Class))
        {
            var generic = group.First().Generic!;
            var writer = context.Writer;
            writer.Line();
            writer.Line($"/// <summary>Sets members of <c>{Identifiers.XmlText(group.First().DeclaringType)}</c> after its construction.</summary>");
            writer.Line(Preamble.GeneratedCode);
            using (writer.Block(string.Join("\n    ", new[] { $"file static class {generic.Class}{generic.Parameters}" }.Concat(generic.Constraints))))
            {
                var isFirst = true;
                foreach (var accessor in group.GroupBy(static accessor => accessor.Method).Select(static overloads => overloads.First()))
                {
                    if (!isFirst)
                    {
                        writer.Line();
                    }

                    isFirst = false;
                    EmitMethod(writer, accessor);
                }
            }
        }
    }

    private static void EmitMethod(CodeWriter writer, AccessorModel accessor)
    {
        writer.Line(
            "[global::System.Runtime.CompilerServices.UnsafeAccessor(" +
            $"global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = {Identifiers.Literal(accessor.Setter)})]");
        writer.Line(
            $"internal static extern void {accessor.Method}({(accessor.IsStruct ? "ref " : "")}{accessor.DeclaringType} target, {accessor.ValueType} value);");
    }
}
