using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the members of <c>IMessage&lt;T&gt;</c>, explicitly, so that the contract's own surface stays as it was written.</summary>
internal static class MessageEmitter
{
    public static void Emit(EmitContext context, ContractModel model, string contractInterface)
    {
        var writer = context.Writer;
        var header = model.Header;
        var type = header.Type.Name;
        var isRequest = header.Reply is null ? "" : ", isRequest: true";
        writer.Line($$"""
            static global::Messaging.Codegen.MessageContract {{contractInterface}}.Contract { get; } =
                new({{Identifiers.Literal(header.Name)}}, {{Identifiers.Literal(header.Version)}}, {{type}}Subject.Template, {{type}}Subject.Filter{{isRequest}});

            static string {{contractInterface}}.GetSubject({{type}} message)
            {
                return {{SubjectEmitter.Call(model)}};
            }

            static string? {{contractInterface}}.GetIdempotencyKey({{type}} message)
            {
                return {{Key(context.Names.MessageKey, model)}};
            }

            """);
        var self = model.Shapes.FirstOrDefault(shape => shape.Name == model.SelfShape && shape is not ContractShape);
        using (writer.Block($"static void {contractInterface}.Write(ref {context.Names.PackWriter} writer, {type} message)"))
        {
            if (self is not null)
            {
                writer.Line($"{context.PartsPrefix}Write{self.Name}(ref writer, message);");
            }
            else
            {
                ObjectWriteEmitter.Emit(context, model.Object!, "message");
            }
        }

        writer.Line();
        using (writer.Block($"static {type} {contractInterface}.Read(ref {context.Names.PackReader} reader)"))
        {
            if (self is not null)
            {
                writer.Line($"return {context.PartsPrefix}Read{self.Name}(ref reader);");
            }
            else
            {
                ObjectReadEmitter.Emit(context, model.Object!, "message");
            }
        }
    }

    /// <summary>Prints what shows the older versions that are published with a message.</summary>
    public static void EmitCopies(CodeWriter writer, ContractModel model, string contractInterface)
    {
        if (model.Copies.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.Line($"static bool {contractInterface}.HasCopies => true;");
        writer.Line();
        using (writer.Block(
            $"static void {contractInterface}.VisitCopies({model.Header.Type.Name} message, global::Messaging.Codegen.Publishing.IMessageVisitor visitor)"))
        {
            foreach (var copy in model.Copies)
            {
                writer.Line($"visitor.Visit<{copy.Type}>({copy.Method}(message));");
            }
        }
    }

    /// <summary>Prints what reads a message over an existing one.</summary>
    public static void EmitReuse(EmitContext context, ContractModel model, string reusableInterface)
    {
        var writer = context.Writer;
        var type = model.Header.Type;
        var self = model.Shapes.FirstOrDefault(shape => shape.Name == model.SelfShape && shape is not ContractShape);
        writer.Line();
        using (writer.Block(
            $"static {type.Name} {reusableInterface}.ReadInto(ref {context.Names.PackReader} reader, {(type.IsValueType ? type.Name : type.Nullable)} message)"))
        {
            if (self is not null)
            {
                writer.Line($"return {context.PartsPrefix}Reuse{self.Name}(ref reader, message);");
            }
            else
            {
                ObjectReadEmitter.Emit(context, model.Object!, "value", beforeReturn: null, "message");
            }
        }
    }

    private static string Key(string messageKey, ContractModel model)
    {
        var parts = model.IdempotencyKey.Select(member => $"{messageKey}.Format({Value(member)})").ToList();
        return parts.Count switch
        {
            0 => "null",
            1 => parts[0],
            _ => $"{messageKey}.Join({string.Join(", ", parts)})",
        };
    }

    private static string Value(ScalarMember member)
    {
        var access = "message." + Identifiers.Escape(member.Name);
        return member.Enum is null ? access : $"({Scalars.Keyword(member.Scalar)}{(member.Type.IsNullable ? "?" : "")}){access}";
    }
}
