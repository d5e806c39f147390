using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the class that makes a contract's subjects and takes them apart.</summary>
internal static class SubjectEmitter
{
    public static void Emit(EmitContext context, ContractModel model)
    {
        var writer = context.Writer;
        var subject = model.Subject;
        var template = Identifiers.XmlText(subject.Template.Text);
        writer.Line();
        writer.Line($"/// <summary>The subjects of <see cref=\"{Cref(model)}\"/>: <c>{template}</c>.</summary>");
        writer.Line(Preamble.GeneratedCode);
        using (writer.Block($"{subject.Accessibility} static class {Identifiers.Escape(model.Name + "Subject")}"))
        {
            writer.Line($"""
                /// <summary>The template, with a placeholder for each member that decides about the subject.</summary>
                public const string Template = {Identifiers.Literal(subject.Template.Text)};

                /// <summary>What matches the subject of every message of this contract.</summary>
                public const string Filter = {Identifiers.Literal(subject.Template.Filter)};
                """);
            EmitFormat(context, subject);
            EmitTryParse(context, subject);
        }
    }

    /// <summary>The expression for the subject of <c>message</c>.</summary>
    public static string Call(ContractModel model) =>
        $"{model.Header.Type.Name}Subject.Format({string.Join(", ", model.Subject.Tokens.Select(static token => "message." + Identifiers.Escape(token.Name)))})";

    private static void EmitFormat(EmitContext context, SubjectModel subject)
    {
        var writer = context.Writer;
        writer.Line();
        writer.Line("/// <summary>The subject of a message with these values. What could change the route is escaped.</summary>");
        foreach (var token in subject.Tokens)
        {
            writer.Line($"/// <param name=\"{token.Parameter.TrimStart('@')}\">The value of <c>{token.Name}</c>.</param>");
        }

        if (subject.Tokens.Any(static token => NeedsMember(token)))
        {
            writer.Line("/// <exception cref=\"global::Messaging.Codegen.SubjectFormatException\">A value is null, or too long for a token.</exception>");
        }

        var parameters = string.Join(", ", subject.Tokens.Select(static token => $"{token.Type.AsNonNullable().Declared} {token.Parameter}"));
        using (writer.Block($"public static string Format({parameters})"))
        {
            writer.Line($"return {(subject.Tokens.Count == 0 ? "Template" : Concatenation(context, subject))};");
        }
    }

    /// <summary><c>"orders." + SubjectToken.Format(region, "Region") + ".placed.v1"</c>.</summary>
    private static string Concatenation(EmitContext context, SubjectModel subject)
    {
        var terms = new List<string>();
        var literal = "";
        var placeholder = 0;
        for (var i = 0; i < subject.Template.Tokens.Count; i++)
        {
            literal += i == 0 ? "" : ".";
            if (!subject.Template.Tokens[i].IsPlaceholder)
            {
                literal += subject.Template.Tokens[i].Text;
                continue;
            }

            if (literal.Length > 0)
            {
                terms.Add(Identifiers.Literal(literal));
            }

            literal = "";
            terms.Add(Format(context, subject.Tokens[placeholder++]));
        }

        if (literal.Length > 0)
        {
            terms.Add(Identifiers.Literal(literal));
        }

        return string.Join(" + ", terms);
    }

    private static string Format(EmitContext context, ScalarMember token) =>
        token.Enum is { } name ? $"{context.Parts}.Format{name}({token.Parameter})"
            : NeedsMember(token) ? $"{context.Names.SubjectToken}.Format({token.Parameter}, {Identifiers.Literal(token.Name)})"
            : $"{context.Names.SubjectToken}.Format({token.Parameter})";

    private static void EmitTryParse(EmitContext context, SubjectModel subject)
    {
        var writer = context.Writer;
        writer.Line();
        writer.Line("""
            /// <summary>Takes a subject apart: exactly what <c>Format</c> can make is accepted.</summary>
            /// <param name="subject">The subject of a message.</param>
            """);
        foreach (var token in subject.Tokens)
        {
            writer.Line($"/// <param name=\"{token.Parameter.TrimStart('@')}\">The value of <c>{token.Name}</c>.</param>");
        }

        writer.Line("/// <returns>False when it is no subject of this contract.</returns>");
        var outputs = string.Concat(subject.Tokens.Select(static token => token.Type.IsValueType
            ? $", out {token.Type.Declared} {token.Parameter}"
            : $", [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {token.Type.Nullable} {token.Parameter}"));
        using (writer.Block($"public static bool TryParse(global::System.ReadOnlySpan<char> subject{outputs})"))
        {
            foreach (var token in subject.Tokens)
            {
                writer.Line($"{token.Parameter} = default;");
            }

            EmitSteps(context, subject);
        }
    }

    private static void EmitSteps(EmitContext context, SubjectModel subject)
    {
        var placeholder = 0;
        var steps = new List<string>();
        foreach (var token in subject.Template.Tokens)
        {
            steps.Add(!token.IsPlaceholder
                ? $"{context.Names.SubjectToken}.TryReadLiteral(ref subject, {Identifiers.Literal(token.Text)})"
                : Read(context, subject.Tokens[placeholder++]));
        }

        steps.Add("subject.IsEmpty");
        context.Writer.Line("return " + string.Join("\n    && ", steps) + ";");
    }

    private static string Read(EmitContext context, ScalarMember token) =>
        token.Enum is { } name ? $"{context.Parts}.TryRead{name}(ref subject, out {token.Parameter})"
            : $"{context.Names.SubjectToken}.TryRead(ref subject, out {token.Parameter})";

    /// <summary>True for the values that may not fit a token; the exception names the member.</summary>
    private static bool NeedsMember(ScalarMember token) => token is { Enum: null, Scalar: ScalarKind.String or ScalarKind.Char };

    private static string Cref(ContractModel model) => Identifiers.XmlText(model.Header.Type.Name);
}
