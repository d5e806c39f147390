using Messaging.Codegen;

// One stream holds all events of orders. Message ids are remembered for an hour: publishing an input file again within it adds nothing.
[assembly: Stream("ORDERS", "orders.>", DuplicateWindow = "1h", MaxAge = "7d")]
