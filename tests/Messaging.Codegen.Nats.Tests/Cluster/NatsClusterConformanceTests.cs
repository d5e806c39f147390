using Messaging.Codegen.Conformance;

namespace Messaging.Codegen.Nats.Tests.Cluster;

public sealed class NatsClusterAcknowledgementTests(NatsClusterFixture fixture) : AcknowledgementConformance<NatsClusterFixture>(fixture);

public sealed class NatsClusterAtomicBatchTests(NatsClusterFixture fixture) : AtomicBatchConformance<NatsClusterFixture>(fixture);

public sealed class NatsClusterBrokerRestartTests(NatsClusterFixture fixture) : BrokerRestartConformance<NatsClusterFixture>(fixture);

public sealed class NatsClusterConsumerTests(NatsClusterFixture fixture) : ConsumerConformance<NatsClusterFixture>(fixture);

public sealed class NatsClusterDeduplicationTests(NatsClusterFixture fixture) : DeduplicationConformance<NatsClusterFixture>(fixture);

public sealed class NatsClusterExpectedStateTests(NatsClusterFixture fixture) : ExpectedStateConformance<NatsClusterFixture>(fixture);

public sealed class NatsClusterLedgerTests(NatsClusterFixture fixture) : LedgerConformance<NatsClusterFixture>(fixture);

public sealed class NatsClusterProcessDeathTests(NatsClusterFixture fixture) : ProcessDeathConformance<NatsClusterFixture>(fixture);

public sealed class NatsClusterPublishTests(NatsClusterFixture fixture) : PublishConformance<NatsClusterFixture>(fixture);
