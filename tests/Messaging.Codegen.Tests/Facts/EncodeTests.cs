using System.Text.Json;
using Messaging.Codegen.Facts;
using Messaging.Codegen.Tests.Contracts;

namespace Messaging.Codegen.Tests.Facts;

/// <summary>What is shown can be written again: the same bytes for the same JSON.</summary>
public sealed class EncodeTests
{
    private const int Rounds = 100;

    [Fact]
    public void Every_kind_of_member_comes_back() => Assert.All(Enumerable.Range(0, Rounds), static round =>
    {
        var samples = new Samples(round);
        Prove(samples.Scalars());
        Prove(samples.NullableScalars());
        Prove(samples.Enums());
        Prove(samples.Sequences());
        Prove(samples.Maps());
        Prove(samples.Parts());
        Prove(samples.Tree(3));
        Prove(samples.Unions());
        Prove(samples.Numerics());
    });

    [Theory]
    [InlineData("{", typeof(JsonException))]
    [InlineData("[]", typeof(FormatException))]
    [InlineData("""{"Int32":"x"}""", typeof(FormatException))]
    [InlineData("""{"Int32":99999999999}""", typeof(FormatException))]
    [InlineData("""{"Byte":256}""", typeof(FormatException))]
    [InlineData("""{"Nothing":1}""", typeof(FormatException))]
    [InlineData("""{"Guid":"x"}""", typeof(FormatException))]
    [InlineData("""{"Int32":{}}""", typeof(FormatException))]
    public void What_does_not_fit_is_refused(string json, Type exception) =>
        Assert.IsAssignableFrom(exception, Record.Exception(() => new PayloadJson(TestFacts.All).Encode(Identity<Scalars>(), json)));

    [Fact]
    public void A_contract_that_is_not_known_is_refused() =>
        Assert.Throws<FormatException>(() => new PayloadJson(TestFacts.All).Encode("no.such/v1", "{}"));

    private static string Identity<T>()
        where T : IMessage<T> => T.Contract.Identity;

    private static void Prove<T>(T message)
        where T : IMessage<T>
    {
        var bytes = MessageSerializer.SerializeToArray(message);
        var view = TestFacts.View(T.Contract.Identity, bytes);
        if (!view.Contains("\"$", StringComparison.Ordinal) || view.Contains("\"$case\"", StringComparison.Ordinal))
        {
            Assert.Equal(view, TestFacts.View(T.Contract.Identity, new PayloadJson(TestFacts.All).Encode(T.Contract.Identity, view)));
            if (!view.Contains("\"NaN\"", StringComparison.Ordinal))
            {
                // JSON has one NaN, floats have many.
                Assert.Equal(bytes, new PayloadJson(TestFacts.All).Encode(T.Contract.Identity, view));
            }
        }
    }
}
