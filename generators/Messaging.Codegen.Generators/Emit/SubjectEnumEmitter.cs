using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the names of enums that are tokens of a subject. A number without a name is its own token.</summary>
internal static class SubjectEnumEmitter
{
    public static void Emit(EmitContext context, SubjectModel subject)
    {
        foreach (var @enum in subject.Enums)
        {
            EmitFormat(context, @enum);
            EmitTryRead(context, @enum);
        }
    }

    private static void EmitFormat(EmitContext context, TokenEnum @enum)
    {
        var writer = context.Writer;
        writer.Line();
        using (writer.Block($"internal static string Format{@enum.Name}({@enum.Type.Name} value)"))
        using (writer.Block("return value switch", ";"))
        {
            foreach (var value in @enum.Values)
            {
                writer.Line($"{Member(@enum, value)} => {Identifiers.Literal(value.Token)},");
            }

            writer.Line($"_ => {context.Names.SubjectToken}.Format(({Scalars.Keyword(@enum.Underlying)})value),");
        }
    }

    private static void EmitTryRead(EmitContext context, TokenEnum @enum)
    {
        var writer = context.Writer;
        var token = context.Names.SubjectToken;
        var keyword = Scalars.Keyword(@enum.Underlying);
        writer.Line();
        using (writer.Block($"internal static bool TryRead{@enum.Name}(ref global::System.ReadOnlySpan<char> subject, out {@enum.Type.Name} value)"))
        {
            writer.Line($$"""
                global::System.ReadOnlySpan<char> rest = subject;
                if ({{token}}.TryRead(ref rest, out {{keyword}} number))
                {
                    // A number that has a name is never published as a number.
                    subject = rest;
                    value = ({{@enum.Type.Name}})number;
                    return Format{{@enum.Name}}(value) == {{token}}.Format(number);
                }

                value = default;
                if (!{{token}}.TryRead(ref subject, out global::System.ReadOnlySpan<char> token))
                {
                    return false;
                }

                """);
            using (writer.Block("switch (token)"))
            {
                foreach (var value in @enum.Values)
                {
                    writer.Line($"""
                        case {Identifiers.Literal(value.Token)}:
                            value = {Member(@enum, value)};
                            return true;
                        """);
                }

                writer.Line("""
                    default:
                        return false;
                    """);
            }
        }
    }

    private static string Member(TokenEnum @enum, TokenEnumValue value) => @enum.Type.Name + "." + Identifiers.Escape(value.Name);
}
