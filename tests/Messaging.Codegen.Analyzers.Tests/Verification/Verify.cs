namespace Messaging.Codegen.Analyzers.Tests.Verification;

/// <summary>The short way to run a <see cref="ComponentTest"/>.</summary>
internal static class Verify
{
    /// <summary>What every source of the tests begins with.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;
        using MessagePack;
        using Messaging.Codegen;

        """;

    /// <summary>Asserts that exactly the diagnostics that the markup announces are reported.</summary>
    public static Task RunAsync(string markup) => new ComponentTest { TestCode = Usings + markup }.RunAsync();
}
