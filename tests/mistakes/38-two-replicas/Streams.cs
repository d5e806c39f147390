using Messaging.Codegen;

[assembly: Stream("DONATIONS", "donations.>", MaxAge = "365d", Replicas = 2)]
