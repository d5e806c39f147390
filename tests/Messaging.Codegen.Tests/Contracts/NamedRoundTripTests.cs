namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Contracts that travel as maps against MessagePack-CSharp, and their readers against damaged payloads.</summary>
public sealed class NamedRoundTripTests
{
    [Fact]
    public void Given_names() => Prove(static samples => samples.Named());

    [Fact]
    public void Given_names_of_bases() => Prove(static samples => samples.NamedInherited());

    [Fact]
    public void Own_names() => Prove(static samples => samples.Implicit(3));

    [Fact]
    public void Own_names_of_bases() => Prove(static samples => samples.ImplicitInherited());

    [Fact]
    public void Maps_in_arrays() => Prove(static samples => samples.MapsInArray());

    [Fact]
    public void Many_members() => Prove(static samples => samples.WideMap());

    [Fact]
    public void No_members() => Prove(static _ => new EmptyMap());

    private static void Prove<T>(Func<Samples, T> make)
        where T : IMessage<T>
    {
        RoundTripTests.Prove(make);
        HostileInputTests.Prove(make);
    }
}
