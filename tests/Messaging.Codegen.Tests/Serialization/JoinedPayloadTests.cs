using System.Buffers;
using Messaging.Codegen.Serialization;
using Messaging.Codegen.Tests.Contracts;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>Payloads in several segments become one, whatever they are cut into.</summary>
public class JoinedPayloadTests
{
    private const int MostAround = 20;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(JoinedPayload.MaxOnStack - 1)]
    [InlineData(JoinedPayload.MaxOnStack)]
    [InlineData(JoinedPayload.MaxOnStack + 1)]
    [InlineData(70_000)]
    public void All_bytes_come_in_their_order(int length)
    {
        var random = new Random(length);
        Span<byte> local = stackalloc byte[JoinedPayload.MaxOnStack];
        for (var round = 0; round < 200; round++)
        {
            var bytes = new byte[length + MostAround];
            random.NextBytes(bytes);

            // Begins and ends within segments, too.
            var start = random.Next(MostAround);
            var payload = Segments.Of([.. Cut(bytes, random)]).Slice(start, length);
            using var joined = new JoinedPayload(payload, local);
            Assert.True(joined.Bytes.SequenceEqual(bytes.AsSpan(start, length)));
        }
    }

    /// <summary>Pieces of all lengths, some of them empty.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Cut(byte[] bytes, Random random)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var size = Math.Min(random.Next(4) == 0 ? 0 : random.Next(1, 1 + (bytes.Length / 3)), bytes.Length - at);
            yield return bytes.AsMemory(at, size);
            at += size;
        }

        yield return default;
    }
}
