using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Turns a <c>[Message]</c> type into what is emitted for it.</summary>
internal static class ContractParser
{
    /// <summary>Parses <paramref name="type"/>; null, with diagnostics, when something is wrong with it.</summary>
    public static ContractModel? Parse(INamedTypeSymbol type, ParseContext context)
    {
        // The walk goes on behind an error where it can, so that one build reports everything.
        var header = ContractHeaderParser.Parse(type, context);
        ReplyRules.Check(type, context);
        ConverterParser.CheckContract(type, context);
        if (!ContractRules.Check(type, context))
        {
            return null;
        }

        var shapes = new ShapeTable();
        var types = new WireTypes(context, shapes, ContractHeaderParser.IsReusable(type));
        var site = new ValueSite(type.DisplayName(), context.Locate(type));
        ObjectModel? layout = null;
        if (UnionParser.IsUnion(type))
        {
            UnionParser.Parse(type, type.ToTypeRef().AsNonNullable(), types);
        }
        else
        {
            layout = ObjectParser.Parse(type, type, site, types);
        }

        if (header is null)
        {
            return null;
        }

        CheckReuse(type, layout, context);
        ContractHygiene.Check(type, header, context);

        var subject = SubjectParser.Parse(type, header.Subject, context);
        var key = IdempotencyKeyParser.Parse(type, context);
        var copies = AlsoPublishParser.Parse(type, header, context);
        if (context.HasErrors || subject is null)
        {
            return null;
        }

        return new ContractModel
        {
            Header = header,
            HintName = Symbols.HintNameOf(type, "Contract"),
            DisplayName = type.DisplayName(),
            Namespace = Symbols.NamespaceOf(type),
            Declarations = Declarations(type).ToEquatableArray(),
            Name = type.Name,
            Accessibility = IsPublic(type) ? "public" : "internal",
            NeedsQualifiedRuntime = SimpleNames.HideRuntime(type, context),
            PartsName = SimpleNames.Free(type.Name + "Parts", type),
            Object = layout,
            SelfShape = shapes.FindName(header.Type.Name),
            Shapes = shapes.Shapes,
            Subject = subject,
            IdempotencyKey = key,
            Copies = copies,
        };
    }

    /// <summary>MSG115 for a class that cannot be overwritten although it is meant to be.</summary>
    private static void CheckReuse(INamedTypeSymbol type, ObjectModel? layout, ParseContext context)
    {
        if (!ContractHeaderParser.IsReusable(type) || layout is not { Type.IsValueType: false, IsOverwritable: false })
        {
            return;
        }

        var names = layout.Members.Where(static member => !member.IsOverwritable).Select(static member => $"'{member.Name}'");
        context.Error(
            Rules.ContractNotReusable,
            context.Locate(type.Attribute(KnownTypes.MessageAttribute)!, type),
            type.DisplayName(),
            $"nothing can set {string.Join(", ", names)} once it is made; add an init or set accessor");
    }

    /// <summary>True when every assembly that references this one can use the type.</summary>
    public static bool IsPublic(ITypeSymbol type)
    {
        for (ISymbol? current = type; current is ITypeSymbol; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The declarations to open, outermost first.</summary>
    public static List<string> Declarations(INamedTypeSymbol type)
    {
        var declarations = new List<string>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            var keyword = current switch
            {
                { TypeKind: TypeKind.Interface } => "interface",
                { IsRecord: true, IsValueType: true } => "record struct",
                { IsRecord: true } => "record",
                { IsValueType: true } => "struct",
                _ => "class",
            };
            declarations.Insert(0, "partial " + keyword + " " + Identifiers.Escape(current.Name));
        }

        return declarations;
    }
}
