// ">" swallows the rest of a subject and must come last.
using MessagePack;
using Messaging.Codegen;

[assembly: {|MSG201:Stream("ORDERS", "orders.>.placed")|}]
