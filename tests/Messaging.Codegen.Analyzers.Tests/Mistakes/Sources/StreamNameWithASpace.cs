// The server refuses this name.
using MessagePack;
using Messaging.Codegen;

[assembly: {|MSG401:Stream("MY ORDERS", "orders.>")|}]
