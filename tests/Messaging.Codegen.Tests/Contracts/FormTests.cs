namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Records, classes and structs of every form, and what is private in partial types.</summary>
public sealed class FormTests
{
    [Fact]
    public void Private_members_of_parts() => Prove(static samples => samples.PrivateParts());

    [Fact]
    public void Private_members_of_bases() => Prove(static samples => samples.AuditedOrder());

    [Fact]
    public void Shapes() => Prove(static samples => samples.Shapes());

    [Fact]
    public void Absent_private_members_keep_their_defaults()
    {
        var read = MessageSerializer.Deserialize<PrivateParts>(new byte[] { 0x91, 0x91, 0x07 }.AsMemory());
        Assert.Equal(
            MessageSerializer.SerializeToArray(new PrivateParts { Vault = Vault.Make(7, "", [1, 2], Guid.Empty) }),
            MessageSerializer.SerializeToArray(read));
        var order = MessageSerializer.Deserialize<AuditedOrder>(new byte[] { 0x93, 0xc0, 0x02, 0x03 }.AsMemory());
        var expected = new AuditedOrder { Number = 3 };
        expected.Touch("nobody", 2);
        Assert.Equal(MessageSerializer.SerializeToArray(expected), MessageSerializer.SerializeToArray(order));
    }

    [Fact]
    public void Absent_parameters_have_their_defaults()
    {
        var read = MessageSerializer.Deserialize<Shapes>(new byte[] { 0x94, 0x95, 0xa1, 0x61, 0x01, 0xc0, 0xc0, 0xc3, 0xc0, 0x91, 0x05, 0x93, 0x01, 0xc0, 0x02 }.AsMemory());
        Assert.Equal(new Dog("a", 1) { IsGood = true }, read.Dog);
        Assert.Equal((5, 600, "untitled", true), (read.Window!.Width, read.Window.Height, read.Window.Title, read.Window.IsOpen));
        Assert.Equal(new Mixed(1, null) { C = 2 }, read.Mixed);
    }

    private static void Prove<T>(Func<Samples, T> make)
        where T : IMessage<T>
    {
        RoundTripTests.Prove(make);
        HostileInputTests.Prove(make);
    }
}
