using System.Security.Cryptography;

namespace Messaging.Codegen.Nats.Tests.Auth;

/// <summary>Hands out the bytes of a test vector.</summary>
internal sealed class FixedRandom(byte[] bytes) : RandomNumberGenerator
{
    public override void GetBytes(byte[] data) => bytes.CopyTo(data, 0);
}
