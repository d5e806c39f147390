using System.Globalization;
using Messaging.Codegen.Generators.Tests.Caching;

namespace Messaging.Codegen.Generators.Tests.Compile;

/// <summary>The developer's culture changes nothing that is emitted.</summary>
public sealed class CultureTests
{
    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Emits_the_same(string culture)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            foreach (var source in ContractSources.All.Values)
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
                var expected = GeneratorRun.Of(TestProject.Of(source)).Files;
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(expected, GeneratorRun.Of(TestProject.Of(source)).Files);
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
