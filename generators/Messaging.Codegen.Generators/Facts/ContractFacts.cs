using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Facts;

/// <summary>The facts of a contract and of the types that it is made of.</summary>
internal static class ContractFacts
{
    public const string Message = "message";

    public static IEnumerable<FactLine> Of(ContractModel model)
    {
        var identity = model.Header.Identity;
        yield return new FactLine(identity, Message, model.Header.Reply is null ? "event" : "request", model.DisplayName);
        yield return new FactLine(identity, "subject", model.Header.Subject.Text);
        if (model.IdempotencyKey.Count > 0)
        {
            yield return new FactLine(identity, "dedupe", string.Join("|", model.IdempotencyKey.Select(static member => "{" + member.Name + "}")));
        }

        if (model.Object is { } layout)
        {
            foreach (var line in Keys(identity, layout))
            {
                yield return line;
            }
        }

        foreach (var line in model.Shapes.SelectMany(shape => Shape(shape, shape.Name == model.SelfShape ? identity : null)))
        {
            yield return line;
        }
    }

    private static IEnumerable<FactLine> Shape(ShapeModel shape, string? identity) => shape switch
    {
        PartShape part => identity is null ? Keys(part.Wire, part.Object) : [],
        UnionShape union => Cases(identity ?? union.Wire, union),
        EnumShape @enum => Values("enum:" + @enum.Name, @enum),
        _ => [],
    };

    /// <summary>
    /// The members: <c>key 000 City str!</c> in an array. In a map there is a line <c>map</c>, and <c>name "city" City str!</c> for each, with the name
    /// as a literal without blanks.
    /// </summary>
    private static IEnumerable<FactLine> Keys(string head, ObjectModel layout) =>
        layout.IsMap
            ? layout.Members
                .Select(member => new FactLine(head, "name", $"{Parsing.Literals.Fact(member.KeyName)} {member.Name} {MemberType(member)}"))
                .Prepend(new FactLine(head, "map", ""))
            : layout.Members.Select(member => new FactLine(head, "key", $"{Number(member.Key, 3)} {member.Name} {MemberType(member)}"));

    private static IEnumerable<FactLine> Cases(string head, UnionShape union) =>
        union.Cases.Select(@case => new FactLine(head, "case", $"{Number(@case.Tag, 3)} {@case.Value.Wire}")).Prepend(new FactLine(head, "union", ""));

    private static IEnumerable<FactLine> Values(string head, EnumShape @enum) =>
        @enum.Members
            .Select(member => new FactLine(head, "value", $"{EnumNumber(member.Number)} {member.Name}"))
            .Prepend(new FactLine(head, "enum", Parsing.ScalarTypes.WireName(@enum.Underlying) + (@enum.IsOpen ? " open" : "")));

    private static string MemberType(MemberModel member) =>
        Parsing.WireText.Of(member.Value)
            + (member.Absence is Absence.Fails or Absence.KeepsUnlessNull ? "!" : "")
            + (member.DefaultFact is { } value ? " =" + value : "");

    private static string EnumNumber(string number) =>
        number[0] == '-' ? "-" + number.Substring(1).PadLeft(10, '0') : number.PadLeft(10, '0');

    private static string Number(int number, int digits) => number.ToString("D" + digits, System.Globalization.CultureInfo.InvariantCulture);
}
