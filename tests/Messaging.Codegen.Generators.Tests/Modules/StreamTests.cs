using System.Globalization;
using Messaging.Codegen.Generators.Tests.Caching;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Tests.Modules;

public sealed class StreamTests
{
    [Theory]
    [InlineData("\"ORDERS\", \"orders.>\"", "StreamDefinition(\"ORDERS\", [\"orders.>\"]));")]
    [InlineData("\"ORDERS\", \"orders.>\", \"carts.*\", \"*\"", "[\"orders.>\", \"carts.*\", \"*\"]")]
    [InlineData("\"ORDERS\", subjects: [\"a\"]", "[\"a\"]")]
    [InlineData("subjects: [\"a\"], name: \"ORDERS\"", "StreamDefinition(\"ORDERS\", [\"a\"])")]
    [InlineData("\"ORDERS\", \"a\", MaxAge = \"7.00:00:00\"", "MaxAge = global::System.TimeSpan.FromDays(7),")]
    [InlineData("\"ORDERS\", \"a\", MaxAge = \"1m\"", "DuplicateWindow = global::System.TimeSpan.FromMinutes(1),")]
    [InlineData("\"ORDERS\", \"a\", MaxAge = \"2m\"", "MaxAge = global::System.TimeSpan.FromMinutes(2),\n            });")]
    [InlineData("\"ORDERS\", \"a\", MaxAge = \"1h\", DuplicateWindow = \"1h\"", "DuplicateWindow = global::System.TimeSpan.FromHours(1),")]
    [InlineData("\"ORDERS\", \"a\", Retention = StreamRetention.Interest", "Retention = global::Messaging.Codegen.StreamRetention.Interest,")]
    [InlineData("\"ORDERS\", \"a\", Storage = StreamStorage.File", "Storage = global::Messaging.Codegen.StreamStorage.File,")]
    [InlineData("\"ORDERS\", \"a\", Discard = StreamDiscard.New", "Discard = global::Messaging.Codegen.StreamDiscard.New,")]
    [InlineData("\"ORDERS\", \"a\", MaxMessages = 5000000000, MaxBytes = 1, Replicas = 5", "MaxMessages = 5000000000,")]
    [InlineData("\"ORDERS\", \"a\", MaxMessages = 0, Replicas = 0", "StreamDefinition(\"ORDERS\", [\"a\"]));")]
    [InlineData("\"ORDERS\", \"a\", AllowMessageTtl = true, AllowAtomicBatches = false", "AllowMessageTtl = true,\n            });")]
    [InlineData("\"ORDERS\", \"a\", AllowAtomicBatches = true, AllowSchedules = true", "AllowAtomicBatches = true,\n                AllowSchedules = true,")]
    [InlineData("\"ORDERS\", \"a\", AllowMessageTtl = true, AllowSchedules = true", "\"stream:ORDERS allow messageTtl schedules\"")]
    public void Is_declared(string arguments, string code) =>
        Assert.Contains(code, TestProject.Of($"using Messaging.Codegen;\n[assembly: Stream({arguments})]").Run().File(".Module.g.cs"), StringComparison.Ordinal);

    [Fact]
    public void Several_files_and_attributes_are_sorted_by_name()
    {
        var run = TestProject.Of(
            "[assembly: Messaging.Codegen.Stream(\"B\", \"b\"), Messaging.Codegen.Stream(\"A\", \"a.2\")]",
            "using S = Messaging.Codegen.StreamAttribute;\n[assembly: S(\"A\", \"a.1\")]\n[assembly: S(\"C\", \"c\")]").Run();
        var module = run.File(".Module.g.cs");
        var places = new[] { "(\"A\", [\"a.1\"]", "(\"A\", [\"a.2\"]", "(\"B\", ", "(\"C\", " }.Select(text => module.IndexOf(text, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [InlineData("MSG401", "\"\", \"a\"", "1 to 255 characters")]
    [InlineData("MSG401", "\"ORD.ERS\", \"a\"", "not '.'")]
    [InlineData("MSG401", "\"ORD\\nERS\", \"a\"", "white space")]
    [InlineData("MSG201", "\"ORDERS\"", "needs at least one")]
    [InlineData("MSG201", "\"ORDERS\", \"\"", "empty token")]
    [InlineData("MSG201", "\"ORDERS\", \"a..b\"", "empty token")]
    [InlineData("MSG201", "\"ORDERS\", \"a.>.b\"", "last token")]
    [InlineData("MSG201", "\"ORDERS\", \"a*.b\"", "glued")]
    [InlineData("MSG201", "\"ORDERS\", \"a b\"", "white space")]
    [InlineData("MSG201", "\"ORDERS\", \"orders.{Region}\"", "write '*'")]
    [InlineData("MSG407", "\"ORDERS\", \"a\", MaxAge = \"7\"", "MaxAge cannot be \"7\"")]
    [InlineData("MSG407", "\"ORDERS\", \"a\", MaxAge = \"99ms\"", "less than 100 ms")]
    [InlineData("MSG407", "\"ORDERS\", \"a\", DuplicateWindow = \"1ms\"", "less than 100 ms")]
    [InlineData("MSG407", "\"ORDERS\", \"a\", MaxAge = \"1m\", DuplicateWindow = \"2m\"", "longer than MaxAge")]
    [InlineData("MSG407", "\"ORDERS\", \"a\", MaxMessages = -1", "MaxMessages cannot be -1")]
    [InlineData("MSG407", "\"ORDERS\", \"a\", MaxBytes = -1", "MaxBytes cannot be -1")]
    [InlineData("MSG407", "\"ORDERS\", \"a\", Replicas = 6", "1 to 5")]
    [InlineData("MSG407", "\"ORDERS\", \"a\", Retention = (StreamRetention)7", "no member of StreamRetention")]
    [InlineData("MSG407", "\"ORDERS\", \"a\", AllowSchedules = true, Discard = StreamDiscard.New", "Discard = New")]
    [InlineData("MSG407", "\"ORDERS\", \"a\", AllowSchedules = true, Retention = StreamRetention.Interest", "no consumer wants it yet")]
    public void Mistakes_are_reported_and_not_emitted(string id, string arguments, string message)
    {
        var project = TestProject.Of($"using Messaging.Codegen;\n[assembly: Stream({arguments})]");
        var diagnostic = Assert.Single(ParserReport.Of(project));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Contains(message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(project.Run().Files);
    }
}
