using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints accessors, which the runtime binds to what they name without any reflection of ours.</summary>
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

    /// <summary>Prints a class for each generic type: the runtime finds its members only through the same type parameters.</summary>
    public static void EmitClasses(EmitContext context, IEnumerable<AccessorModel> accessors)
    {
        foreach (var group in accessors.Where(static accessor => accessor.Generic is not null).GroupBy(static accessor => accessor.Generic!.Class))
        {
            var generic = group.First().Generic!;
            var writer = context.Writer;
            writer.Line();
            writer.Line($"/// <summary>Reaches members of <c>{Identifiers.XmlText(group.First().DeclaringType)}</c>.</summary>");
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
        var kind = accessor.Kind is AccessorKind.Setter or AccessorKind.Getter ? "Method" : accessor.Kind.ToString();
        var target = accessor.Target.Length == 0 ? "" : ", Name = " + Identifiers.Literal(accessor.Target);
        writer.Line(
            "[global::System.Runtime.CompilerServices.UnsafeAccessor(" +
            $"global::System.Runtime.CompilerServices.UnsafeAccessorKind.{kind}{target})]");
        var self = (accessor.IsStruct ? "ref " : "") + accessor.DeclaringType + " target";
        writer.Line("internal static extern " + accessor.Kind switch
        {
            AccessorKind.Setter => $"void {accessor.Method}({self}, {accessor.ValueType} value);",
            AccessorKind.Getter => $"{accessor.ValueType} {accessor.Method}({self});",
            AccessorKind.Field => $"ref {accessor.ValueType} {accessor.Method}({self});",
            _ => $"{accessor.DeclaringType} {accessor.Method}({accessor.ValueType});",
        });
    }
}
