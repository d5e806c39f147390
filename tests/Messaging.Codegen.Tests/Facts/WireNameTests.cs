namespace Messaging.Codegen.Tests.Facts;

/// <summary>How each type stands in the facts: by what travels, so that types which travel alike may take each other's place.</summary>
public sealed class WireNameTests
{
    [Theory]
    [InlineData("test.numerics/v1 key 000 Half half.f32")]
    [InlineData("test.numerics/v1 key 001 Int128 i128.bin")]
    [InlineData("test.numerics/v1 key 002 UInt128 u128.bin")]
    [InlineData("test.numerics/v1 key 003 BigInteger int.bin")]
    [InlineData("test.numerics/v1 key 004 Complex (f64,f64)")]
    [InlineData("test.numerics/v1 key 005 Rune rune.i32")]
    [InlineData("test.numerics/v1 key 007 Vector3 (f32,f32,f32)")]
    [InlineData("test.numerics/v1 key 010 Matrix3x2 (f32,f32,f32,f32,f32,f32)")]
    [InlineData("test.numerics/v1 key 014 BigIntegers [int.bin?]")]
    [InlineData("test.nullable-numerics/v1 key 003 BigInteger int.bin?")]
    [InlineData("test.framework-classes/v1 key 000 Uri uri.str")]
    [InlineData("test.framework-classes/v1 key 001 Version ver.str")]
    [InlineData("test.framework-classes/v1 key 002 Builder str")]
    [InlineData("test.framework-classes/v1 key 003 Bits [bool]")]
    [InlineData("test.more-sequences/v1 key 000 Stack [i32]")]
    [InlineData("test.more-sequences/v1 key 011 ByteSegment bin")]
    [InlineData("test.more-sequences/v1 key 014 ByteSequence bin")]
    [InlineData("test.more-sequences/v1 key 025 Priorities [(str,i32)]")]
    [InlineData("test.more-maps/v1 key 000 Concurrent {i32:str}")]
    [InlineData("test.more-maps/v1 key 012 Lookup [(str,[i32])]")]
    [InlineData("test.more-maps/v1 key 013 Group (i32,[part:Line?])?")]
    [InlineData("test.grids/v1 key 000 Two (i32,i32,[i32])")]
    [InlineData("test.grids/v1 key 001 Three (i32,i32,i32,[str?])")]
    [InlineData("test.tuples/v1 key 001 Two (i32,str)")]
    [InlineData("test.tuples/v1 key 007 Eight (i32,i32,i32,i32,i32,i32,i32,(str?))")]
    public void Types_are_named_for_what_travels(string fact) =>
        Assert.Contains(TestFacts.Lines, line => line == fact || line.StartsWith(fact + " =", StringComparison.Ordinal));
}
