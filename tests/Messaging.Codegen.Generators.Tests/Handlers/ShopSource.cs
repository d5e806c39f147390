using Messaging.Codegen.Generators.Tests.Caching;

namespace Messaging.Codegen.Generators.Tests.Handlers;

/// <summary>The contracts that the handlers of these tests take and return.</summary>
internal static class ShopSource
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Threading;
        using System.Threading.Tasks;
        using MessagePack;
        using Messaging.Codegen;
        using Microsoft.Extensions.DependencyInjection;

        """;

    public const string Contracts = Usings + """
        namespace Shop;

        public enum Channel { Web, Phone, Telephone = Phone, Store = 7 }

        [Message("orders.placed", Subject = "orders.{Region}.placed.v1")]
        public sealed partial record OrderPlaced
        {
            [Key(0), IdempotencyKey] public Guid OrderId { get; init; }
            [Key(1)] public required string Region { get; init; }
        }

        [Message("orders.routed", Subject = "orders.{Region}.{Channel}.{Priority}.{Express}.{Order}.routed")]
        public sealed partial record OrderRouted
        {
            [Key(0)] public required string Region { get; init; }
            [Key(1)] public Channel Channel { get; init; }
            [Key(2)] public sbyte Priority { get; init; }
            [Key(3)] public bool Express { get; init; }
            [Key(4)] public Guid Order { get; init; }
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

    /// <summary>A library with the contracts and one more file.</summary>
    public static TestProject With(string source) =>
        new TestProject().With("Contracts.cs", Contracts).With("Handlers.cs", Usings + source);
}
