using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Subjects are short, plain and true.</summary>
public class MSG206Tests
{
    [Fact]
    public Task Reports_another_version() => Verify.RunAsync("""
        [{|MSG206:Message("orders.placed", Version = 3, Subject = "orders.placed.v2")|}]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Reports_too_many_tokens() => Verify.RunAsync("""
        [{|MSG206:Message("orders.placed", Subject = "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q")|}]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Reports_characters_that_are_not_ASCII() => Verify.RunAsync("""
        [{|MSG206:Message("orders.placed", Subject = "bestellung.eröffnet")|}]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Reports_a_long_text() => Verify.RunAsync("""
        public static class Long
        {
            public const string Token = "0123456789012345678901234567890123456789012345678901234567890123456789";
        }

        [{|MSG206:Message("orders.placed", Subject = Long.Token + "." + Long.Token + "." + Long.Token + "." + Long.Token)|}]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public async Task Reports_more_than_the_control_line_has_room_for_as_an_error()
    {
        var subject = string.Join(".", Enumerable.Repeat(new string('x', 200), 16));
        var compilation = SourceCompilation.RunGenerator(SourceCompilation.Create([SourceCompilation.Parse(Verify.Usings + $$"""
            [Message("orders.placed", Subject = "{{subject}}")]
            public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
            """)]));

        var diagnostic = Assert.Single(await SourceCompilation.AnalyzeAsync(compilation));

        Assert.Equal(("MSG206", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
    }

    [Fact]
    public Task Corrects_the_version() => Verify.FixAsync<SetOptionFix>(
        """
        [{|MSG206:Message("orders.placed", Version = 3, Subject = "orders.{Region}.v2")|}]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [{|MSG206:Message("orders.paid", Version = 2, Subject = "orders.paid.v1")|}]
        public sealed partial record OrderPaid([property: Key(0)] Guid OrderId);
        """,
        """
        [Message("orders.placed", Version = 3, Subject = "orders.{Region}.v3")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.paid", Version = 2, Subject = "orders.paid.v2")]
        public sealed partial record OrderPaid([property: Key(0)] Guid OrderId);
        """,
        iterations: 2);

    [Fact]
    public Task Accepts_the_default_and_words_that_begin_with_a_v() => Verify.RunAsync("""
        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        [Message("orders.viewed", Version = 2, Subject = "orders.viewed.vip.{Region}.v")]
        public sealed partial record OrderViewed([property: Key(0)] string Region);

        [Message("orders.moved", Version = 2, Subject = "orders.v1.moved")]
        public sealed partial record OrderMoved([property: Key(0)] Guid OrderId);

        [Message("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o")]
        public sealed partial record Deep([property: Key(0)] Guid OrderId);
        """);
}
