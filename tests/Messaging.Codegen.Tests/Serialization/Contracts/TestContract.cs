namespace Messaging.Codegen.Tests.Serialization.Contracts;

internal static class TestContract
{
    public static MessageContract Named(string name) => new(name, 1, name, name);
}
