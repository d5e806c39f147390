namespace Messaging.Codegen.Generators.Tests.Handlers;

/// <summary>The contracts that the handlers of these tests take and return.</summary>
internal static class ShopSource
{
    public const string Contracts = """
        using System;
        using MessagePack;
        using Messaging.Codegen;

        namespace Shop;

        [Message("orders.placed", Subject = "orders.{Region}.placed.v1")]
        public sealed partial record OrderPlaced
        {
            [Key(0), IdempotencyKey] public Guid OrderId { get; init; }
            [Key(1)] public required string Region { get; init; }
        }

        [Message("payments.requested")]
        public sealed partial record PaymentRequested
        {
            [Key(0)] public Guid OrderId { get; init; }
        }

        [Message("payments.failed")]
        public readonly partial record struct PaymentFailed
        {
            [Key(0)] public Guid OrderId { get; init; }
        }

        [Message("quotes.get")]
        public sealed partial record GetQuote : IRequest<Quote>
        {
            [Key(0)] public int Quantity { get; init; }
        }

        [Message("quotes.quote")]
        public sealed partial record Quote
        {
            [Key(0)] public decimal Price { get; init; }
        }
        """;
}
