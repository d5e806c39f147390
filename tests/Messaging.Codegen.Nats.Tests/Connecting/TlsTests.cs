using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Tests.Connecting;

/// <summary>A server that talks TLS only and asks for the client's certificate.</summary>
public sealed class TlsTests : NatsServerTest
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nats-tls-").FullName;

    protected override string Configuration => $$"""
        tls { cert_file: "{{_folder}}/server.pem", key_file: "{{_folder}}/server.key", ca_file: "{{_folder}}/ca.pem", verify: true }
        """;

    public override async Task InitializeAsync()
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = Authority(authorityKey, "CN=Test authority");
        await File.WriteAllTextAsync(Path.Combine(_folder, "ca.pem"), authority.ExportCertificatePem());
        await WriteCertificateAsync(authority, "server");
        await WriteCertificateAsync(authority, "client");
        using var strangerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var stranger = Authority(strangerKey, "CN=Stranger");
        await File.WriteAllTextAsync(Path.Combine(_folder, "stranger.pem"), stranger.ExportCertificatePem());
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Messages_travel_over_TLS()
    {
        var transport = await ConnectAsync(options => options.Tls = Tls("ca.pem"));
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]));

        Assert.Equal(1UL, (await PublishAsync(transport, "s.a", "secret")).Sequence);
    }

    [Fact]
    public async Task A_server_of_an_unknown_authority_is_not_trusted()
    {
        var transport = Create(options => options.Tls = Tls("stranger.pem"));

        var exception = await Assert.ThrowsAsync<TransportException>(() => transport.ConnectAsync(CancellationToken.None).AsTask().WaitAsync(Patience));

        Assert.StartsWith("TLS with ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("certificate", exception.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Turning_TLS_off_is_reported_as_the_reason()
    {
        var transport = Create(options => options.Tls = new NatsTlsOpts { Mode = TlsMode.Disable });

        var exception = await Assert.ThrowsAsync<TransportException>(() => transport.ConnectAsync(CancellationToken.None).AsTask().WaitAsync(Patience));

        Assert.StartsWith("TLS with ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("requires TLS", exception.Message, StringComparison.Ordinal);
    }

    private NatsTlsOpts Tls(string authority) => new()
    {
        CaFile = Path.Combine(_folder, authority),
        CertFile = Path.Combine(_folder, "client.pem"),
        KeyFile = Path.Combine(_folder, "client.key"),
    };

    private static X509Certificate2 Authority(ECDsa key, string name)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private async Task WriteCertificateAsync(X509Certificate2 authority, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], false));
        using var certificate = request.Create(authority, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1), RandomNumberGenerator.GetBytes(8));
        await File.WriteAllTextAsync(Path.Combine(_folder, name + ".pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(_folder, name + ".key"), key.ExportPkcs8PrivateKeyPem());
    }
}
