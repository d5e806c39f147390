using System.Buffers;
using System.Text.Json;
using Messaging.Codegen.Facts;

namespace Messaging.Codegen.Tests.Facts;

/// <summary>The facts of this assembly, read from its file.</summary>
internal static class TestFacts
{
    public static IReadOnlyList<string> Lines { get; } = Read();

    public static ContractFacts All { get; } = ContractFacts.Parse(Lines);

    /// <summary>The view of a payload, without any escaping or white space.</summary>
    public static string View(string contract, ReadOnlySpan<byte> payload, ContractFacts? facts = null, bool quoteLargeIntegers = false)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            new PayloadJson(facts ?? All) { QuoteLargeIntegers = quoteLargeIntegers }.Write(json, contract, payload);
        }

        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static string View<T>(T message)
        where T : IMessage<T> => View(T.Contract.Identity, MessageSerializer.SerializeToArray(message));

    private static IReadOnlyList<string> Read()
    {
        using var file = File.OpenRead(typeof(TestFacts).Assembly.Location);
        return AssemblyFacts.Read(file);
    }
}
