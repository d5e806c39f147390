using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Diagnostics;

/// <summary>The descriptors of streams and consumers that a server refuses, ignores or serves otherwise than was meant.</summary>
internal static partial class Rules
{
    private const string Build = "Messaging.Build";

    public static readonly DiagnosticDescriptor OverlappingStreams = Create(
        DiagnosticIds.OverlappingStreams, Topology,
        "Two stream subjects overlap",
        "The subject '{0}' of the stream '{1}' overlaps with '{2}' of {3}: a message can be stored once only, so that the server refuses this; drop one of them, or set them apart",
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor OverlappingWorkers = Create(
        DiagnosticIds.OverlappingWorkers, Topology,
        "Two consumers take the same messages of a work queue",
        "'{0}' takes '{1}' from the work queue '{2}' for the consumer '{3}', which '{4}' takes for '{5}' already: a message of a work queue is for one consumer, give both the same",
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor WorkQueueStart = Create(
        DiagnosticIds.WorkQueueStart, Topology,
        "A consumer of a work queue begins at new messages",
        "'{0}' begins at new messages, but the server refuses a consumer of the work queue '{1}' that leaves some out: remove DeliverFrom",
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UnusedDelays = Create(
        DiagnosticIds.UnusedDelays, Topology,
        "A handler has more delays than deliveries",
        "'{0}' has {1} delays in Backoff, but {2} deliveries, of which the first is not delayed: {3} would never be used, say MaxDeliver = {4} to use them all",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor SilentFilter = Create(
        DiagnosticIds.SilentFilter, Topology,
        "A handler asks for subjects that no stream stores",
        "'{0}' takes '{1}', of which no stream stores anything, although '{2}' stores other messages of its contract: it would never be called",
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ContradictoryOptions = Create(
        DiagnosticIds.ContradictoryOptions, Topology,
        "An option needs another one",
        "{0} has no effect on the stream '{1}': {2}",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor OptionTooNew = Create(
        DiagnosticIds.OptionTooNew, Topology,
        "An option is newer than the server",
        "{0} '{1}' needs nats-server {2}, but TargetServerVersion is {3}: that server would ignore it and {4}; do without, or update the servers and say so",
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor EvenReplicas = Create(
        DiagnosticIds.EvenReplicas, Topology,
        "A stream has an even number of replicas",
        "The stream '{0}' has {1} replicas, which survive the loss of {2} server(s), as many as {3} do: use {3} or {4}",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ShortAckWait = Create(
        DiagnosticIds.ShortAckWait, Topology,
        "An ack wait is too short to be kept up",
        "'{0}' has an AckWait of {1}: a pause of the process or the network that is as short makes messages run twice, use {2} or more",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor RetentionTrap = Create(
        DiagnosticIds.RetentionTrap, Topology,
        "A stream drops all messages or keeps them for ever",
        "The stream '{0}' {1}",
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor DeclaredTwice = Create(
        DiagnosticIds.DeclaredTwice, Topology,
        "A stream or consumer is declared in two ways",
        "'{0}' and '{1}' declare the {2} '{3}' differently, in {4}: say it once, or alike",
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor CaseTwins = Create(
        DiagnosticIds.CaseTwins, Topology,
        "Two names differ in nothing but case",
        "The {0} '{1}' differs from '{2}' in nothing but case: to the server they are two, and to the disk of some servers one; write them alike, or give one another name",
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor VersionWithoutHandler = Create(
        DiagnosticIds.VersionWithoutHandler, Baseline,
        "An older version of a contract has no handler, or more than one",
        "'{0}', a handler of '{1}', {2}",
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor InvalidBuildProperty = Create(
        DiagnosticIds.InvalidBuildProperty, Build,
        "A build property is invalid",
        "The build property {0} is '{1}', but must be {2}",
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);
}
