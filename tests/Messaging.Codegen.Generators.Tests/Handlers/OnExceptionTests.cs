namespace Messaging.Codegen.Generators.Tests.Handlers;

/// <summary>What <c>[OnException]</c> becomes: a switch over types, the most derived first, and facts.</summary>
public sealed class OnExceptionTests
{
    private const string Source = """
        namespace Shop;
        [OnException(typeof(Exception), FailureAction.Retry, Backoff = new[] { "1s", "1m" })]
        [OnException(typeof(TimeoutException), FailureAction.DeadLetter)]
        public sealed class Billing
        {
            [Handler("billing")]
            [OnException(typeof(ArgumentException), FailureAction.DeadLetter)]
            [OnException(typeof(ArgumentNullException), FailureAction.Ignore)]
            [OnException(typeof(TimeoutException), FailureAction.Retry)]
            public void Handle(OrderPlaced order) { }

            [Handler("shipping")]
            public void Ship(PaymentFailed failed) { }
        }
        """;

    [Fact]
    public void The_most_derived_type_is_asked_first_and_the_method_speaks_before_its_class()
    {
        var file = ShopSource.With(Source).Run().File("Shop.Billing.Handler.g.cs");
        Assert.Contains("""
                        OnException = static exception => exception switch
                        {
                            global::System.ArgumentNullException => global::Messaging.Codegen.FailureResponse.Ignore,
                            global::System.ArgumentException => global::Messaging.Codegen.FailureResponse.DeadLetter,
                            global::System.TimeoutException => global::Messaging.Codegen.FailureResponse.Retry,
                            global::System.Exception => global::Messaging.Codegen.FailureResponse.RetryAfter(global::System.TimeSpan.FromSeconds(1), global::System.TimeSpan.FromMinutes(1)),
                        },
            """, file, StringComparison.Ordinal);
        Assert.Contains("global::System.TimeoutException => global::Messaging.Codegen.FailureResponse.DeadLetter,", file, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_rule_fits_is_left_to_the_service()
    {
        var file = ShopSource.With("""
            namespace Shop;
            public sealed class Billing
            {
                [Handler("billing"), OnException(typeof(TimeoutException), FailureAction.Ignore)]
                public void Handle(OrderPlaced order) { }
            }
            """).Run().File("Shop.Billing.Handler.g.cs");
        Assert.Contains("_ => null,", file, StringComparison.Ordinal);
    }

    [Fact]
    public void The_facts_name_the_rules()
    {
        var module = ShopSource.With(Source).Run().File("Module.g.cs");
        Assert.Contains("consumer:billing onException System.ArgumentNullException=Ignore", module, StringComparison.Ordinal);
        Assert.Contains("consumer:shipping onException System.Exception=Retry(00:00:01,00:01:00)", module, StringComparison.Ordinal);
    }
}
