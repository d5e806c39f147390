using System.Globalization;
using Messaging.Codegen.Tests.Serialization.Contracts;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>Cultures with another minus sign, decimal comma or dotless i change neither bytes nor values nor messages.</summary>
public class CultureTests
{
    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Bytes_and_values_do_not_depend_on_the_culture(string name)
    {
        var samples = new Samples(21);
        Scalars[] messages = [.. Enumerable.Range(0, 200).Select(_ => samples.Scalars())];
        byte[][] expected = [.. messages.Select(MessageSerializer.SerializeToArray)];
        string refusal = Attempt.Refuse<Scalars>([0x92, 0xc2, 0xd1, 0xf0, 0x00]).Message;
        Assert.Contains("-4096", refusal);

        CultureInfo before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = culture;
        try
        {
            for (int i = 0; i < messages.Length; i++)
            {
                Assert.Equal(expected[i], MessageSerializer.SerializeToArray(messages[i]));
                Oracle.AssertSame(messages[i], MessageSerializer.Deserialize<Scalars>(expected[i]), $"message {i}");
            }
            Assert.Equal(refusal, Attempt.Refuse<Scalars>([0x92, 0xc2, 0xd1, 0xf0, 0x00]).Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
