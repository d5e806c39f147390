namespace Messaging.Codegen.PackageTests;

/// <summary>Somebody else's transport runs the conformance suite with nothing but the packages.</summary>
public sealed class ConformancePackageTests(LocalFeed feed) : IClassFixture<LocalFeed>
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Messaging.Codegen.Conformance" Version="0.1.0" />
            <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.*" />
            <PackageReference Include="xunit" Version="2.*" />
            <PackageReference Include="xunit.runner.visualstudio" Version="3.*" />
          </ItemGroup>
        </Project>
        """;

    private const string Tests = """
        using Messaging.Codegen.Conformance;
        using Messaging.Codegen.InMemory;
        using Messaging.Codegen.Testing;
        using Messaging.Codegen.Transports;

        public sealed class TheirFixture : TransportFixture
        {
            private readonly VirtualTime _time = new(DateTimeOffset.UnixEpoch);
            private readonly InMemoryBroker _broker;

            public TheirFixture() => _broker = new InMemoryBroker(new InMemoryOptions { TimeProvider = _time });

            public override Capabilities Capabilities => Capabilities.None;

            public override int MaxPayload => InMemoryOptions.DefaultMaxPayload;

            public override TimeProvider Time => _time;

            public override ITransport CreateTransport() => new InMemoryTransport(_broker);

            public override ValueTask KillAsync(ITransport transport) => transport.DisposeAsync();

            public override async Task PassAsync(TimeSpan time)
            {
                _time.Advance(time);
                await Task.Delay(1);
            }

            public override Task InitializeAsync() => Task.CompletedTask;

            public override Task DisposeAsync()
            {
                _broker.Dispose();
                return Task.CompletedTask;
            }
        }

        public sealed class TheirCompletenessTests : CompletenessConformance<TheirFixture>;

        public sealed class TheirPublishTests(TheirFixture fixture) : PublishConformance<TheirFixture>(fixture);

        public sealed class TheirSubjectTests(TheirFixture fixture) : SubjectConformance<TheirFixture>(fixture);
        """;

    [Fact]
    public async Task A_transport_of_somebody_else_passes_groups_and_hears_of_those_that_it_forgot()
    {
        var folder = feed.CreateProject("Theirs.Tests", Project, ("Tests.cs", Tests));

        var result = await Command.DotnetAsync(folder, "test", "--logger", "console;verbosity=normal");

        Assert.Contains("Passed TheirPublishTests.", result.Output, StringComparison.Ordinal);
        Assert.Contains("Passed TheirSubjectTests.", result.Output, StringComparison.Ordinal);
        Assert.Contains("Failed TheirCompletenessTests.Every_required_group_is_run", result.Output, StringComparison.Ordinal);
        Assert.Contains("AcknowledgementConformance", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Failed TheirPublishTests.", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Failed TheirSubjectTests.", result.Output, StringComparison.Ordinal);
    }
}
