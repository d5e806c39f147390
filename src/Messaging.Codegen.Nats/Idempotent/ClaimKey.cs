using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Messaging.Codegen.Nats.Idempotent;

/// <summary>Keys of a bucket: one subject token for each part of an idempotency key. Different keys have different texts.</summary>
internal static class ClaimKey
{
    /// <summary>Longer ones are replaced by their digest: subjects take part in the server's index of the bucket.</summary>
    private const int MaxLength = 200;

    // What a key of a bucket may have, without the '.' that separates and the '=' that escapes.
    private static readonly SearchValues<byte> Plain =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_/"u8);

    /// <summary>The first three <c>|</c> separate parts; what may not stand in a key becomes <c>=</c> and two hexadecimal digits per UTF-8 byte.</summary>
    public static string Encode(string key)
    {
        var text = new StringBuilder(key.Length + 16);
        var separators = 0;
        foreach (var b in Encoding.UTF8.GetBytes(key))
        {
            if (b == '|' && separators < 2)
            {
                separators++;
                text.Append('.');
            }
            else if (Plain.Contains(b))
            {
                text.Append((char)b);
            }
            else
            {
                text.Append('=').Append(Convert.ToHexString([b]));
            }
        }

        return text.Length <= MaxLength && text[^1] != '.'
            ? text.ToString()
            : "digest." + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }
}
