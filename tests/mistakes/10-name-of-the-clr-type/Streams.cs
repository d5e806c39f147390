using Messaging.Codegen;

[assembly: Stream("CUSTOMERS", "customers.>", MaxAge = "30d")]
