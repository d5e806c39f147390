using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Some types cannot be part of a message.</summary>
public class MSG106Tests
{
    [Fact]
    public Task Reports_object() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public object {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_dynamic() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public dynamic {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_a_type() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public Type {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_a_delegate() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public Action {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_a_stream() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public Stream {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_a_token() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public CancellationToken {|MSG106:Member|} { get; set; }
        }
        """);

    [Fact]
    public Task Reports_a_task() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public Task {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_a_native_number() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public nint {|MSG106:Member|} { get; set; }
        }
        """);

    [Fact]
    public Task Reports_a_multidimensional_array() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public int[,] {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_objects_in_a_list() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public List<object> {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_an_untyped_collection() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public System.Collections.IList {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_a_dictionary_by_list() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public Dictionary<List<int>, int> {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_an_exception() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public Exception {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Accepts_what_looks_similar() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public byte[] Content { get; set; } = [];
            [Key(1)] public int[][] Matrix { get; set; } = [];
            [Key(2)] public Dictionary<Guid, int> Counts { get; set; } = [];
            [Key(3)] public ReadOnlyMemory<byte> Window { get; set; }
        }
        """);
}
