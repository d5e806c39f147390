using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Facts;

/// <summary>The facts of a contract and of the types that it is made of.</summary>
internal static class ContractFacts
{
    public static IEnumerable<FactLine> Of(ContractModel model)
    {
        var identity = model.Header.Identity;
        foreach (var remark in model.Header.Remarks)
        {
            var line = FactLine.Parse(identity + " " + remark)!;
            yield return line.Kind == FactKinds.Message ? line with { Clr = model.DisplayName } : line;
        }

        yield return new FactLine(identity, FactKinds.Subject, model.Header.Subject.Text);
        if (model.IdempotencyKey.Count > 0)
        {
            yield return new FactLine(identity, FactKinds.Dedupe, string.Join("|", model.IdempotencyKey.Select(static member => "{" + member.Name + "}")));
        }

        if (model.Object is { } layout)
        {
            foreach (var line in Keys(identity, layout))
            {
                yield return line;
            }
        }

        // A contract inside of this one tells its own facts.
        foreach (var line in model.Shapes.SelectMany(shape => Shape(shape, identity, shape.Name == model.SelfShape)))
        {
            yield return line;
        }
    }

    private static IEnumerable<FactLine> Shape(ShapeModel shape, string contract, bool isContract) => shape switch
    {
        PartShape part => FactLine.IsContract(part.Wire) ? [] : Keys(FactLine.Inside(contract, part.Wire), part.Object),
        UnionShape union => Cases(isContract ? contract : FactLine.Inside(contract, union.Wire), union),
        EnumShape @enum => Values(FactLine.Inside(contract, WireType.EnumPrefix + @enum.Name), @enum),
        _ => [],
    };

    /// <summary>
    /// The members: <c>key 000 City str!</c> in an array. In a map there is a line <c>map</c>, and <c>name "city" City str!</c> for each, with the name
    /// as a literal without blanks.
    /// </summary>
    private static IEnumerable<FactLine> Keys(string head, ObjectModel layout) => Members(head, layout)
        .Concat(Reserved(head, layout.IsMap ? FactKinds.Name : FactKinds.Key, layout.Reserved));

    private static IEnumerable<FactLine> Members(string head, ObjectModel layout) =>
        layout.IsMap
            ? layout.Members
                .Select(member => new FactLine(head, FactKinds.Name, new NameFact(member.KeyName!, Member(member)).ToString()))
                .Prepend(new FactLine(head, FactKinds.Map, ""))
            : layout.Members.Select(member => new FactLine(head, FactKinds.Key, new KeyFact(member.Key, Member(member)).ToString()));

    private static IEnumerable<FactLine> Cases(string head, UnionShape union) =>
        union.Cases
            .Select(@case => new FactLine(head, FactKinds.Case, new CaseFact(@case.Tag, @case.Value.Wire).ToString()))
            .Prepend(new FactLine(head, FactKinds.Union, ""))
            .Concat(Reserved(head, FactKinds.Case, union.Reserved));

    private static IEnumerable<FactLine> Values(string head, EnumShape @enum) =>
        @enum.Members
            .Select(member => new FactLine(head, FactKinds.Value, new ValueFact(member.Number, member.Name).ToString()))
            .Prepend(new FactLine(head, FactKinds.Enum, Parsing.ScalarTypes.WireName(@enum.Underlying) + (@enum.IsOpen ? " open" : "")))
            .Concat(Reserved(head, FactKinds.Value, @enum.Reserved));

    private static IEnumerable<FactLine> Reserved(string head, string kind, EquatableArray<string> numbers) =>
        numbers.Select(number => FactMarks.Mark(new FactLine(head, kind, number), FactMarks.Reserved));

    private static MemberFact Member(MemberModel member) =>
        new(member.Name, Parsing.WireText.Of(member.Value), member.Absence is Absence.Fails or Absence.KeepsUnlessNull, member.DefaultFact);
}
