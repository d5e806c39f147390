using Messaging.Codegen.Nats.Idempotent;

namespace Messaging.Codegen.Nats.Tests.Idempotent;

public class ClaimKeyTests
{
    [Theory]
    [InlineData("ORDERS|billing|orders.placed/v1:42", "ORDERS.billing.orders=2Eplaced/v1=3A42")]
    [InlineData("A|b|c:d|e", "A.b.c=3Ad=7Ce")]
    [InlineData("A|b|=.*>", "A.b.=3D=2E=2A=3E")]
    [InlineData("A|b|ü", "A.b.=C3=BC")]
    public void What_may_not_stand_in_a_key_is_escaped(string key, string expected) => Assert.Equal(expected, ClaimKey.Encode(key));

    [Fact]
    public void Long_keys_and_empty_parts_become_digests()
    {
        var keys = new[] { "A|b|" + new string('x', 300), "A|b|" + new string('x', 301), "A|b|", "A||" };

        Assert.All(keys, key => Assert.Matches("^digest[.][0-9a-f]{64}$", ClaimKey.Encode(key)));
        Assert.Equal(keys.Length, keys.Select(ClaimKey.Encode).Distinct().Count());
    }
}
