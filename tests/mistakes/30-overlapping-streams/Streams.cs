using Messaging.Codegen;

[assembly: Stream("SHOP", "shop.>", MaxAge = "7d")]
[assembly: Stream("FINANCE", "shop.*.invoiced", MaxAge = "3650d")]
