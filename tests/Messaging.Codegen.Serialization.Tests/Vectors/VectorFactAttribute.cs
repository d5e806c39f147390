namespace Messaging.Codegen.Serialization.Tests.Vectors;

/// <summary>A test that needs MessagePack for another language: skipped where <c>tests/fetch-msgpack.sh</c> could not get it, which CI does not allow.</summary>
public sealed class VectorFactAttribute : FactAttribute
{
    /// <param name="variable">What says where it is.</param>
    public VectorFactAttribute(string variable)
    {
        if (Value(variable) is null)
            Skip = $"{variable} is not set; tests/fetch-msgpack.sh prints its value.";
    }

    public static string? Value(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
