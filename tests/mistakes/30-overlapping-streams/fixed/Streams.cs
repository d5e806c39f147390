using Messaging.Codegen;

[assembly: Stream("SHOP", "shop.*.placed", "shop.*.paid", "shop.*.shipped", MaxAge = "7d")]
[assembly: Stream("FINANCE", "shop.*.invoiced", MaxAge = "3650d")]
