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
    public Task Reports_an_array_of_five_dimensions() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public int[,,,,] {|MSG106:Member|} { get; set; } = null!;
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
    public Task Reports_a_lazy_value() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public Lazy<int> {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_a_culture() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public System.Globalization.CultureInfo {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_members_without_types() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public System.Dynamic.ExpandoObject {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_an_untyped_queue() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public System.Collections.Queue {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_objects_in_a_tuple() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public (int, object) {|MSG106:Member|} { get; set; }
        }
        """);

    [Fact]
    public Task Reports_a_dictionary_by_text_that_changes() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public Dictionary<System.Text.StringBuilder, int> {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_a_dictionary_by_bits() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public Dictionary<System.Collections.BitArray, int> {|MSG106:Member|} { get; set; } = null!;
        }
        """);

    [Fact]
    public Task Reports_a_tuple_whose_rest_is_no_tuple() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public Tuple<int, int, int, int, int, int, int, string> {|MSG106:Member|} { get; set; } = null!;
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
            [Key(4)] public int[,,,] Grid { get; set; } = new int[0, 0, 0, 0];
            [Key(5)] public Queue<int> Queue { get; set; } = new();
            [Key(6)] public (int, string) Pair { get; set; } = (0, "");
            [Key(7)] public Dictionary<Uri, Version?> Versions { get; set; } = [];
            [Key(8)] public System.Collections.BitArray Bits { get; set; } = new(0);
        }
        """);
}
