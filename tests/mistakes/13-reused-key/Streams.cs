using Messaging.Codegen;

[assembly: Stream("CONTACTS", "contacts.>", MaxAge = "30d")]
