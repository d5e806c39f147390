using Messaging.Codegen.Chaos;
using Messaging.Codegen.Chaos.Roles;

const string Usage = """
    Usage: Messaging.Codegen.Chaos [options]

    Publishes and consumes messages in several processes over real servers, kills, pauses and cuts off all of them at random, and draws the
    ledger: every message whose publish was acknowledged must be handled, dead-lettered or quarantined at every consumer.

      --messages N          how many messages (20000)
      --seconds N           over what time they are published and disturbed (60)
      --seed N              which faults in which order (random; printed)
      --cluster             three servers and three replicas of everything instead of one
      --sync-always         the servers flush every message to the disk
      --consumers N, --producers N                  how many processes (3, 2)
      --consumer-kills N, --consumer-pauses N, --consumer-stops N, --producer-kills N
      --broker-kills N, --broker-pauses N, --broker-restarts N
      --network-cuts N, --network-closes N, --network-silences N
                            how many faults of each kind; what is not given follows from --consumer-kills (6) and --broker-kills (2)
      --database-outages N  kills of PostgreSQL (0), each for --outage N seconds (20)
      --patience N          seconds without movement after which the rest counts as stuck (120)
      --sabotage FAULT      makes the consumers wrong, to see the ledger find it: ack-without-effect, effect-outside-transaction
      --log LEVEL           what the workers log (Error)

    The servers' stores survive SIGKILL because the system keeps what a killed process wrote; the loss of the machine is not tried.
    The exit code is 0 only if the ledger balances.
    """;

string[] known =
[
    "messages", "seconds", "seed", "cluster", "sync-always", "consumers", "producers", "consumer-kills", "consumer-pauses", "consumer-stops",
    "producer-kills", "broker-kills", "broker-pauses", "broker-restarts", "network-cuts", "network-closes", "network-silences",
    "database-outages", "outage", "patience", "sabotage", "log",
];

CommandLine line;
try
{
    line = CommandLine.Parse(args);
}
catch (ArgumentException e)
{
    Console.Error.WriteLine($"{e.Message}\n{Usage}");
    return ExitCodes.Usage;
}

switch (line.Role)
{
    case "consumer":
        return await ConsumerRole.RunAsync(line);
    case "producer":
        return await ProducerRole.RunAsync(line);
    case "run" when !line.Unknown(known).Any():
        await using (var run = new ChaosRun(line))
        {
            return await run.RunAsync();
        }

    default:
        Console.Error.WriteLine($"{string.Join(", ", line.Unknown(known))}\n{Usage}");
        return ExitCodes.Usage;
}
