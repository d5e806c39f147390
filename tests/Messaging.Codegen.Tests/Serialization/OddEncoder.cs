using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>Writes a payload anew with each value in a random form of those that the format allows.</summary>
internal sealed class OddEncoder(Random random, bool integersAsFloats = false)
{
    public byte[] Rewrite(ReadOnlySpan<byte> payload)
    {
        List<byte> output = [];
        while (!payload.IsEmpty)
        {
            Assert.True(Token.TryMeasure(payload, out int size, out long children));
            List<byte[]> forms = OddForms.Of(payload[..size], children, integersAsFloats);
            int form = random.Next(forms.Count + 1);
            output.AddRange(form == forms.Count ? payload[..size] : forms[form]);
            payload = payload[size..];
        }
        return [.. output];
    }
}
