using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace NATS.NKeys;

/// <summary>
/// An Ed25519 key pair in the text forms of NATS, or its public half alone.
/// Instances are immutable and may be shared between threads until they are disposed of.
/// </summary>
public sealed class KeyPair : IDisposable
{
    private const int SignatureSize = 64;

    private readonly byte[] _publicKey;
    private readonly byte[]? _seed;
    private bool _disposed;

    private KeyPair(PrefixByte prefix, byte[] publicKey, byte[]? seed)
    {
        Prefix = prefix;
        _publicKey = publicKey;
        _seed = seed;
    }

    /// <summary>What the key identifies.</summary>
    public PrefixByte Prefix { get; }

    /// <summary>Creates a new pair from the operating system's source of randomness.</summary>
    /// <param name="prefix">What the key identifies.</param>
    /// <returns>A pair that can sign.</returns>
    /// <exception cref="NKeysException">The prefix is not one of <see cref="PrefixByte"/>.</exception>
    public static KeyPair CreatePair(PrefixByte prefix)
    {
        using var random = RandomNumberGenerator.Create();
        return CreatePair(prefix, random);
    }

    /// <summary>Creates a new pair.</summary>
    /// <param name="prefix">What the key identifies.</param>
    /// <param name="rng">Supplies the 32 bytes of the seed.</param>
    /// <returns>A pair that can sign.</returns>
    /// <exception cref="NKeysException">The prefix is not one of <see cref="PrefixByte"/>.</exception>
    public static KeyPair CreatePair(PrefixByte prefix, RandomNumberGenerator rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        if (!Enum.IsDefined(prefix))
        {
            throw new NKeysException($"There are no key pairs of prefix {(byte)prefix}.");
        }

        var seed = new byte[KeyCodec.KeySize];
        rng.GetBytes(seed);
        return FromRawSeed(prefix, seed);
    }

    /// <summary>Reads a seed (<c>SU…</c>, <c>SA…</c>, <c>SO…</c>).</summary>
    /// <param name="encodedSeed">58 characters.</param>
    /// <returns>A pair that can sign.</returns>
    /// <exception cref="NKeysException">The text is not a seed, or its checksum is wrong.</exception>
    public static KeyPair FromSeed(ReadOnlySpan<char> encodedSeed)
    {
        var seed = new byte[KeyCodec.KeySize];
        return KeyCodec.TryDecodeSeed(encodedSeed, out var prefix, seed)
            ? FromRawSeed(prefix, seed)
            : throw new NKeysException("The text is not an nkey seed.");
    }

    /// <summary>Reads a public key (<c>U…</c>, <c>A…</c>, <c>O…</c>).</summary>
    /// <param name="publicKey">56 characters.</param>
    /// <returns>A pair that can verify, but not sign.</returns>
    /// <exception cref="NKeysException">The text is not a public key, or its checksum is wrong.</exception>
    public static KeyPair FromPublicKey(ReadOnlySpan<char> publicKey)
    {
        var key = new byte[KeyCodec.KeySize];
        return KeyCodec.TryDecodePublicKey(publicKey, out var prefix, key)
            ? new KeyPair(prefix, key, seed: null)
            : throw new NKeysException("The text is not a public nkey.");
    }

    /// <summary>Tells whether the text is a well-formed public key of this role.</summary>
    /// <param name="prefix">The role that is asked for.</param>
    /// <param name="publicKey">Any text.</param>
    /// <returns><see langword="true"/> if form, checksum and role are right.</returns>
    public static bool IsValidPublicKey(PrefixByte prefix, ReadOnlySpan<char> publicKey)
    {
        Span<byte> key = stackalloc byte[KeyCodec.KeySize];
        return KeyCodec.TryDecodePublicKey(publicKey, out var actual, key) && actual == prefix;
    }

    /// <summary>The public key in text form, 56 characters.</summary>
    /// <returns>A text that begins with the letter of the role.</returns>
    public string GetPublicKey() => KeyCodec.EncodePublicKey(Prefix, _publicKey);

    /// <summary>The secret seed in text form, 58 characters.</summary>
    /// <returns>A text that begins with <c>S</c> and the letter of the role.</returns>
    /// <exception cref="NKeysException">The pair was read from a public key.</exception>
    /// <exception cref="ObjectDisposedException">The pair was disposed of.</exception>
    public string GetSeed() => KeyCodec.EncodeSeed(Prefix, RequireSeed());

    /// <summary>Signs a message (plain Ed25519, RFC 8032).</summary>
    /// <param name="message">The bytes to sign.</param>
    /// <param name="signature">Receives the signature in its first 64 bytes.</param>
    /// <exception cref="NKeysException">The pair was read from a public key, or the signature has no room.</exception>
    /// <exception cref="ObjectDisposedException">The pair was disposed of.</exception>
    public void Sign(ReadOnlyMemory<byte> message, Memory<byte> signature)
    {
        var seed = RequireSeed();
        if (signature.Length < SignatureSize)
        {
            throw new NKeysException($"A signature takes {SignatureSize} bytes, there is room for {signature.Length}.");
        }

        // The library signs arrays only; messages are nonces and tokens of a few hundred bytes.
        var bytes = message.ToArray();
        var signed = new byte[SignatureSize];
        Ed25519.Sign(seed, 0, bytes, 0, bytes.Length, signed, 0);
        signed.CopyTo(signature);
    }

    /// <summary>Checks a signature.</summary>
    /// <param name="message">The signed bytes.</param>
    /// <param name="signature">64 bytes; any other length is a wrong signature.</param>
    /// <returns><see langword="true"/> if the owner of this key signed exactly this message.</returns>
    public bool Verify(ReadOnlyMemory<byte> message, ReadOnlyMemory<byte> signature) =>
        signature.Length == SignatureSize
        && Ed25519.Verify(signature.ToArray(), 0, _publicKey, 0, message.ToArray(), 0, message.Length);

    /// <summary>Erases the seed from memory. The public key stays usable.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_seed);
    }

    private static KeyPair FromRawSeed(PrefixByte prefix, byte[] seed)
    {
        var publicKey = new byte[KeyCodec.KeySize];
        Ed25519.GeneratePublicKey(seed, 0, publicKey, 0);
        return new KeyPair(prefix, publicKey, seed);
    }

    private byte[] RequireSeed()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _seed ?? throw new NKeysException("A public key cannot sign and has no seed.");
    }
}
