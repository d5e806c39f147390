using System.Globalization;
using Messaging.Codegen.Generators.Tests.Handlers;

namespace Messaging.Codegen.Generators.Tests.Caching;

/// <summary>The culture of the machine that builds must not show in what is emitted.</summary>
public sealed class CultureTests
{
    private static readonly TestProject Project = ShopSource.With("""
        [assembly: Stream("INVENTORY", "inventory.>", MaxAge = "1.5h", MaxBytes = 1234567890123)]
        namespace Shop;
        public sealed class Billing
        {
            [Handler("billing", MaxDeliver = 1234567, Backoff = ["1.5s", "00:00:00.0000001"])]
            public PaymentRequested? Handle(OrderPlaced order, int number = -1234567, double ratio = -1.5, decimal money = -1234.5m) => null;

            [Handler("routed"), Where("Priority", "-3", "3")]
            public void Handle(OrderRouted order) { }
        }
        """).WithProperty("MessagingComposition", "true") with { AssemblyName = "inventory.items" };

    [Theory]
    [InlineData("fi-FI", "\u2212")] // prints a minus sign of its own
    [InlineData("tr-TR", "-")] // makes another capital of i
    [InlineData("ar-SA", "-")] // counts years otherwise
    public void Is_not_seen(string name, string minus)
    {
        var expected = Project.Run().Files;
        var before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();

            // Data that older or stripped machines lack.
            culture.NumberFormat.NegativeSign = minus;
            culture.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, Project.Run().Files);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
