using Messaging.Codegen.Contracts;
using Messaging.Codegen.Serialization.Tests.Graphs;

namespace Messaging.Codegen.Serialization.Tests.ReaderContract;

/// <summary>R1, R2, R3 and R7: each for every member of every object that is nested in any contract.</summary>
public sealed class MemberRuleTests
{
    private const int Messages = 6;

    public static TheoryData<string> Contracts => Cases.Contracts;

    [Theory]
    [MemberData(nameof(Contracts))]
    public void R1_a_short_array_leaves_declared_defaults_and_lacks_what_is_required(string name) => Each(name, (site, message) =>
    {
        for (int count = 0; count < site.Members.Count; count++)
        {
            HashSet<KeyedMember> present = [.. site.Members.Take(count)];
            Absent(site, message, site.With(present.Contains), present.Contains);
        }
    });

    [Theory]
    [MemberData(nameof(Contracts))]
    public void R1_a_name_that_is_not_in_a_map_leaves_its_default(string name) => Each(name, (site, message) =>
    {
        foreach (KeyedMember absent in site.Node.IsMap ? site.Members : [])
            Absent(site, message, site.With(member => member != absent), member => member != absent);
    });

    [Theory]
    [MemberData(nameof(Contracts))]
    public void R2_elements_of_a_newer_writer_are_skipped(string name) => Each(name, (site, message) =>
    {
        foreach (byte[] extra in Cases.EveryKind)
            AssertMembers(site, message, site.With(_ => true, extra), _ => true);
        AssertMembers(site, message, site.With(_ => true, Cases.EveryKind), _ => true);
    });

    [Theory]
    [MemberData(nameof(Contracts))]
    public void R2_elements_at_keys_that_are_not_used_are_skipped(string name) => Each(name, (site, message) =>
    {
        foreach (PayloadNode hole in Holes(site))
        {
            foreach (byte[] extra in Cases.EveryKind)
                AssertMembers(site, message, hole.Replace(extra), _ => true);
        }
    });

    [Theory]
    [MemberData(nameof(Contracts))]
    public void R3_nil_is_null_where_null_is_allowed_and_else_absent(string name) => Each(name, (site, message) =>
    {
        foreach (KeyedMember member in site.Members)
        {
            byte[] payload = site.Value(member).Replace([0xc0]);
            if (member.IsNullable)
                Assert.Null(member.Get(site.In(site.Contract.Read(payload))));
            else if (member.IsRequired)
                AssertMissing(site, member, payload);
            else
                AssertMembers(site, message, payload, other => other != member);
        }
    });

    [Theory]
    [MemberData(nameof(Contracts))]
    public void R7_the_writer_writes_each_key_up_to_the_last_and_nil_for_the_others(string name) => Each(name, (site, _) =>
    {
        int expected = site.Node.IsMap ? 2 * site.Members.Count : site.Members.Count == 0 ? 0 : (int)site.Members[^1].Key + 1;
        Assert.Equal(expected, site.Node.Children.Count);
        Assert.All(Holes(site), hole => Assert.Equal([0xc0], hole.Bytes.ToArray()));
    });

    private static IEnumerable<PayloadNode> Holes(ObjectSite site) =>
        site.Node.IsMap ? [] : site.Node.Children.Where(child => site.Members.All(member => site.Value(member) != child));

    private static void Each(string name, Action<ObjectSite, object> prove)
    {
        ContractCase contract = Cases.Of(name);
        foreach (byte[] payload in Cases.Payloads(contract, Messages))
        {
            object message = contract.Read(payload);
            foreach (ObjectSite site in ObjectSite.Of(contract, payload))
                prove(site, message);
        }
    }

    private static void Absent(ObjectSite site, object message, byte[] payload, Func<KeyedMember, bool> isPresent)
    {
        if (site.Members.FirstOrDefault(member => !isPresent(member) && member.IsRequired) is { } required)
            AssertMissing(site, required, payload);
        else
            AssertMembers(site, message, payload, isPresent);
    }

    /// <summary>The members that are present are what they were, the others what a new object has.</summary>
    private static void AssertMembers(ObjectSite site, object message, byte[] payload, Func<KeyedMember, bool> isPresent)
    {
        object actual = site.In(site.Contract.Read(payload));
        object before = site.In(message);
        object? absent = site.Members.All(isPresent) ? null : site.New();
        foreach (KeyedMember member in site.Members)
        {
            object? expected = member.Get(isPresent(member) ? before : absent!);
            Assert.Null(GraphEquality.Difference(expected, member.Get(actual), $"{site.Contract}{site.KeyPath}.{member.Name}"));
        }
    }

    private static void AssertMissing(ObjectSite site, KeyedMember member, byte[] payload)
    {
        var e = Assert.Throws<MessageFormatException>(() => site.Contract.Read(payload));
        Assert.Equal(site.Contract.Contract.Identity, e.Contract);
        Assert.Equal(site.KeyPath + member.KeyPath, e.KeyPath);
        Assert.Equal($"the required member {member.Name}", e.Expected);
        Assert.NotEmpty(e.Found);
        Assert.InRange(e.Offset, site.Node.Start, payload.Length);
    }
}
