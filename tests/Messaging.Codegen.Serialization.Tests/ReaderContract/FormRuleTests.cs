using Messaging.Codegen.Contracts;
using Messaging.Codegen.Tests.Serialization;

namespace Messaging.Codegen.Serialization.Tests.ReaderContract;

/// <summary>R4 and what it says of headers, for every token of every contract; and R7, that our own form is the shortest.</summary>
public sealed class FormRuleTests
{
    private const int Messages = 4;

    public static TheoryData<string> Contracts => Cases.Contracts;

    [Theory]
    [MemberData(nameof(Contracts))]
    public void R4_every_token_is_read_in_every_form(string name)
    {
        ContractCase contract = Cases.Of(name);
        foreach (byte[] payload in Cases.Payloads(contract, Messages))
        {
            byte[] expected = contract.Write(contract.Read(payload));
            foreach (PayloadNode node in PayloadNode.Parse(payload).All())
            {
                foreach (byte[] form in OddForms.Of(node.TokenBytes, node.Children.Count, acrossKinds: true))
                    Assert.Equal(expected, contract.Write(contract.Read(node.ReplaceToken(form))));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void R7_integers_and_headers_are_written_as_short_as_can_be(string name)
    {
        ContractCase contract = Cases.Of(name);
        foreach (byte[] payload in Cases.Payloads(contract, Messages))
        {
            foreach (PayloadNode node in PayloadNode.Parse(payload).All().Where(node => node.Code is not (0xca or 0xcb)))
            {
                List<byte[]> forms = OddForms.Of(node.TokenBytes, node.Children.Count, acrossKinds: false);
                Assert.DoesNotContain(forms, form => form.Length < node.TokenEnd - node.Start);
            }
            Assert.Equal(payload, contract.Write(contract.Read(payload)));
        }
    }
}
