using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A handler does not block.</summary>
public class MSG307Tests
{
    private const string Contract = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);

        public interface IGateway
        {
            Task<int> ChargeAsync(Guid order);

            ValueTask CloseAsync();
        }


        """;

    [Fact]
    public Task Reports_what_blocks() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("billing")]
            public void Handle(OrderPlaced order)
            {
                _ = {|MSG307:gateway.ChargeAsync(order.OrderId).Result|};
                {|MSG307:gateway.ChargeAsync(order.OrderId).Wait()|};
                {|MSG307:gateway.CloseAsync().GetAwaiter().GetResult()|};
                {|MSG307:Task.WaitAll(gateway.ChargeAsync(order.OrderId))|};
                {|MSG307:Thread.Sleep(1)|};
                Inner();

                void Inner() => {|MSG307:Thread.Sleep(1)|};
            }
        }
        """);

    [Fact]
    public Task Accepts_completed_tasks_lambdas_and_other_members() => Verify.RunAsync(Contract + """
        public sealed class Answer
        {
            public int Result => 1;

            public void Wait()
            {
            }
        }

        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("billing")]
            public async Task<IEnumerable<OrderPlaced>> HandleAsync(OrderPlaced order)
            {
                var first = gateway.ChargeAsync(order.OrderId);
                var second = gateway.ChargeAsync(order.OrderId);
                var third = gateway.ChargeAsync(order.OrderId);
                await Task.WhenAll(first, second);
                Console.WriteLine(first.Result + second.Result + (third.IsCompletedSuccessfully ? third.Result : 0));
                var answer = new Answer();
                answer.Wait();
                Console.WriteLine(answer.Result);
                new Thread(() => Thread.Sleep(1)).Start();
                return [];
            }

            public void NoHandler(OrderPlaced order) => gateway.ChargeAsync(order.OrderId).Wait();
        }
        """);
}
