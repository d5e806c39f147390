using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NATS.NKeys;

namespace Messaging.Codegen.Nats.Tests.Auth;

/// <summary>Tokens of version 2 as the server's decentralized authentication wants them.</summary>
internal static class NatsJwt
{
    private const int Unlimited = -1;

    public static string Operator(KeyPair self, string systemAccount) =>
        Sign(self, self.GetPublicKey(), new JsonObject
        {
            ["type"] = "operator",
            ["version"] = 2,
            ["system_account"] = systemAccount,
        });

    /// <summary>The system account's token: it may not have JetStream.</summary>
    public static string SystemAccount(KeyPair issuer, string account) => Account(issuer, account, storage: 0);

    public static string Account(KeyPair issuer, string account) => Account(issuer, account, Unlimited);

    public static string User(KeyPair issuer, string user) =>
        Sign(issuer, user, new JsonObject
        {
            ["type"] = "user",
            ["version"] = 2,
            ["pub"] = new JsonObject(),
            ["sub"] = new JsonObject(),
            ["subs"] = Unlimited,
            ["data"] = Unlimited,
            ["payload"] = Unlimited,
        });

    private static string Account(KeyPair issuer, string account, int storage) =>
        Sign(issuer, account, new JsonObject
        {
            ["type"] = "account",
            ["version"] = 2,
            ["limits"] = new JsonObject
            {
                ["subs"] = Unlimited,
                ["conn"] = Unlimited,
                ["leaf"] = Unlimited,
                ["imports"] = Unlimited,
                ["exports"] = Unlimited,
                ["data"] = Unlimited,
                ["payload"] = Unlimited,
                ["wildcards"] = true,
                ["mem_storage"] = storage,
                ["disk_storage"] = storage,
                ["streams"] = storage,
                ["consumer"] = storage,
            },
        });

    private static string Sign(KeyPair issuer, string subject, JsonObject claims)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "ed25519-nkey" };
        var body = new JsonObject
        {
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["iss"] = issuer.GetPublicKey(),
            ["name"] = subject,
            ["sub"] = subject,
            ["nats"] = claims,
        };
        var signed = $"{Encode(header)}.{Encode(body)}";
        var signature = new byte[64];
        issuer.Sign(Encoding.ASCII.GetBytes(signed), signature);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}
