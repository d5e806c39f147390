namespace Messaging.Codegen.PackageTests;

public sealed class PackageTests(LocalFeed feed) : IClassFixture<LocalFeed>
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Messaging.Codegen.Nats" Version="0.1.0" />
            <PackageReference Include="Messaging.Codegen" Version="0.1.0" />
            <PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.*" />
          </ItemGroup>
        </Project>
        """;

    private const string Contract = """
        using MessagePack;
        using Messaging.Codegen;

        [assembly: Messaging.Codegen.Stream("GREETINGS", "greetings.>")]

        namespace Shop.Greetings;

        [Message("greetings.hello")]
        public sealed partial record Hello([property: Key(0)] string Name);

        public static class HelloHandler
        {
            [Handler("greeter")]
            public static void Handle(Hello hello, TaskCompletionSource<string> heard) => heard.SetResult($"hello {hello.Name}");
        }
        """;

    private const string Program = """
        using Messaging.Codegen;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Shop.Greetings;

        var builder = Host.CreateEmptyApplicationBuilder(null);
        var heard = new TaskCompletionSource<string>();
        builder.Services.AddSingleton(heard);
        builder.Services.AddMessaging(messaging => messaging.UseInMemory().AddApplicationModules());
        using var host = builder.Build();
        await host.StartAsync();
        await host.Services.GetRequiredService<IPublisher<Hello>>().PublishAsync(new Hello("package"));
        Console.WriteLine(await heard.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        await host.StopAsync();
        """;

    [Fact]
    public void The_package_carries_the_compiler_s_part()
    {
        var entries = feed.Entries("Messaging.Codegen");
        Assert.Contains("analyzers/dotnet/cs/Messaging.Codegen.Generators.dll", entries);
        Assert.Contains("analyzers/dotnet/cs/Messaging.Codegen.Analyzers.dll", entries);
        Assert.Contains("analyzers/dotnet/cs/Messaging.Codegen.CodeFixes.dll", entries);
        Assert.Contains("buildTransitive/Messaging.Codegen.props", entries);
        Assert.DoesNotContain(entries, entry => entry.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_built_from_the_packages_publishes_and_handles()
    {
        var folder = feed.CreateProject("Greeter", Project, ("Contract.cs", Contract), ("Program.cs", Program));
        var result = (await Command.DotnetAsync(folder, "run")).Succeeded();
        Assert.Contains("hello package", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_of_MessagePack_CSharp_needs_one_package()
    {
        const string Program = """
            using MessagePack;
            using MessagePack.Resolvers;
            using Messaging.Codegen;
            using Messaging.Codegen.MessagePack;
            using Shop.Greetings;

            var resolver = CompositeResolver.Create(new MessageResolver(new ContractSet().AddApplicationModules()), StandardResolver.Instance);
            var options = MessagePackSerializerOptions.Standard.WithResolver(resolver);
            var bytes = MessagePackSerializer.Serialize(new[] { new Hello("resolver") }, options);
            Console.WriteLine($"{bytes.Length} bytes: hello {MessagePackSerializer.Deserialize<Hello[]>(bytes, options)[0].Name}");
            """;
        var project = Project.Replace("Messaging.Codegen.Nats", "Messaging.Codegen.MessagePack", StringComparison.Ordinal);
        var folder = feed.CreateProject("Resolver", project, ("Contract.cs", Contract), ("Program.cs", Program));
        var result = (await Command.DotnetAsync(folder, "run")).Succeeded();
        Assert.Contains("11 bytes: hello resolver", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_of_PostgreSQL_gets_the_script_and_the_transaction_in_handlers()
    {
        const string Handler = """
            using Messaging.Codegen;
            using Npgsql;

            namespace Shop.Greetings;

            public static class GuestBook
            {
                [Handler("guest-book", Idempotency = Idempotency.Inbox)]
                public static void Handle(Hello hello, NpgsqlTransaction transaction) => _ = transaction.Connection;
            }
            """;
        const string Program = """
            using Messaging.Codegen;
            using Messaging.Codegen.Postgres;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;

            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Services.AddMessaging(messaging => messaging.UseInMemory().UsePostgres("Host=127.0.0.1").AddApplicationModules());
            using var host = builder.Build();
            Console.WriteLine(host.Services.GetRequiredService<IOutbox>() is not null && PostgresMessagingSchema.Script.Contains("messaging.outbox"));
            """;
        Assert.Contains("sql/messaging.sql", feed.Entries("Messaging.Codegen.Postgres"));
        var project = Project.Replace("Messaging.Codegen.Nats", "Messaging.Codegen.Postgres", StringComparison.Ordinal);
        var folder = feed.CreateProject("Outbox", project, ("Contract.cs", Contract), ("GuestBook.cs", Handler), ("Program.cs", Program));
        var result = (await Command.DotnetAsync(folder, "run")).Succeeded();
        Assert.Contains("True", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_a_service_built_from_the_packages_is_one_clear_error()
    {
        var broken = Contract.Replace("public sealed partial record Hello", "public sealed record Hello", StringComparison.Ordinal);
        var folder = feed.CreateProject("Broken", Project, ("Contract.cs", broken), ("Program.cs", "return;"));
        var result = await Command.DotnetAsync(folder, "build", "--nologo");
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("error MSG002", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", result.Output, StringComparison.Ordinal);
    }
}
