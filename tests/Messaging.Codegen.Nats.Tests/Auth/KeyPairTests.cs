using System.Text;
using NATS.NKeys;

namespace Messaging.Codegen.Nats.Tests.Auth;

public sealed class KeyPairTests
{
    // The pair that the NATS documentation uses in its chapter on nkey authentication.
    private const string Seed = "SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ6BFDTJ7M6USDXIEDNPPQYYYCU3VY";
    private const string PublicKey = "UDXU4RCSJNZOIQHZNWXHXORDPRTGNJAHAHFRGZNEEJCPQTT2M7NLCNF4";

    [Fact]
    public void A_documented_seed_gives_its_documented_public_key()
    {
        using var pair = KeyPair.FromSeed(Seed);

        Assert.Equal(PublicKey, pair.GetPublicKey());
        Assert.Equal(Seed, pair.GetSeed());
        Assert.Equal(PrefixByte.User, pair.Prefix);
    }

    // RFC 8032, section 7.1, tests 1 to 3.
    [Theory]
    [InlineData(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Signatures_are_those_of_the_standard(string seed, string message, string signature)
    {
        using var pair = KeyPair.CreatePair(PrefixByte.User, new FixedRandom(Convert.FromHexString(seed)));
        var signed = new byte[64];

        pair.Sign(Convert.FromHexString(message), signed);

        Assert.Equal(signature, Convert.ToHexStringLower(signed));
        Assert.True(KeyPair.FromPublicKey(pair.GetPublicKey()).Verify(Convert.FromHexString(message), signed));
    }

    [Theory]
    [InlineData(PrefixByte.Operator, 'O')]
    [InlineData(PrefixByte.Account, 'A')]
    [InlineData(PrefixByte.User, 'U')]
    [InlineData(PrefixByte.Server, 'N')]
    [InlineData(PrefixByte.Cluster, 'C')]
    public void A_new_pair_shows_its_role_and_survives_its_text_form(PrefixByte role, char letter)
    {
        using var pair = KeyPair.CreatePair(role);
        using var again = KeyPair.FromSeed(pair.GetSeed());

        Assert.Equal(56, pair.GetPublicKey().Length);
        Assert.Equal(58, pair.GetSeed().Length);
        Assert.Equal(letter, pair.GetPublicKey()[0]);
        Assert.Equal($"S{letter}", pair.GetSeed()[..2]);
        Assert.Equal(pair.GetPublicKey(), again.GetPublicKey());
        Assert.Equal(role, again.Prefix);
        Assert.True(KeyPair.IsValidPublicKey(role, pair.GetPublicKey()));
    }

    [Fact]
    public void Two_new_pairs_differ() =>
        Assert.NotEqual(KeyPair.CreatePair(PrefixByte.User).GetSeed(), KeyPair.CreatePair(PrefixByte.User).GetSeed());

    [Fact]
    public void Every_single_wrong_character_of_a_seed_is_noticed()
    {
        for (var i = 0; i < Seed.Length; i++)
        {
            var wrong = new StringBuilder(Seed) { [i] = Seed[i] == 'A' ? 'B' : 'A' }.ToString();

            Assert.Throws<NKeysException>(() => KeyPair.FromSeed(wrong));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("SU")]
    [InlineData(PublicKey)]
    [InlineData("suacssl3uahudxkfsnvuzrf5uhpmwz6bfdtj7m6usdxiednppqyyycu3vy")]
    [InlineData(Seed + "A")]
    [InlineData(" " + Seed)]
    public void What_is_not_a_seed_is_refused(string text) =>
        Assert.Throws<NKeysException>(() => KeyPair.FromSeed(text));

    [Theory]
    [InlineData("")]
    [InlineData(Seed)]
    [InlineData("UDXU4RCSJNZOIQHZNWXHXORDPRTGNJAHAHFRGZNEEJCPQTT2M7NLCNF5")]
    public void What_is_not_a_public_key_is_refused(string text)
    {
        Assert.Throws<NKeysException>(() => KeyPair.FromPublicKey(text));
        Assert.False(KeyPair.IsValidPublicKey(PrefixByte.User, text));
    }

    [Fact]
    public void A_public_key_is_not_valid_for_another_role() =>
        Assert.False(KeyPair.IsValidPublicKey(PrefixByte.Account, PublicKey));

    [Fact]
    public void A_signature_holds_for_its_message_and_its_key_only()
    {
        using var pair = KeyPair.FromSeed(Seed);
        using var other = KeyPair.CreatePair(PrefixByte.User);
        var signature = new byte[64];
        pair.Sign("nonce"u8.ToArray(), signature);

        Assert.True(pair.Verify("nonce"u8.ToArray(), signature));
        Assert.False(pair.Verify("Nonce"u8.ToArray(), signature));
        Assert.False(other.Verify("nonce"u8.ToArray(), signature));
        Assert.False(pair.Verify("nonce"u8.ToArray(), signature.AsMemory(1)));
        signature[63] ^= 1;
        Assert.False(pair.Verify("nonce"u8.ToArray(), signature));
    }

    [Fact]
    public void A_public_key_alone_cannot_sign()
    {
        using var publicHalf = KeyPair.FromPublicKey(PublicKey);

        Assert.Throws<NKeysException>(() => publicHalf.Sign(default, new byte[64]));
        Assert.Throws<NKeysException>(publicHalf.GetSeed);
    }

    [Fact]
    public void A_disposed_pair_gives_no_secret_away()
    {
        var pair = KeyPair.FromSeed(Seed);
        pair.Dispose();

        Assert.Throws<ObjectDisposedException>(() => pair.Sign(default, new byte[64]));
        Assert.Throws<ObjectDisposedException>(pair.GetSeed);
        Assert.Equal(PublicKey, pair.GetPublicKey());
    }

    [Fact]
    public void A_signature_needs_room()
    {
        using var pair = KeyPair.FromSeed(Seed);

        Assert.Throws<NKeysException>(() => pair.Sign(default, new byte[63]));
    }
}
