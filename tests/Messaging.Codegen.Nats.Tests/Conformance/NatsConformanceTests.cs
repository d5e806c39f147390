using Messaging.Codegen.Conformance;
using Messaging.Codegen.Conformance.DeadLetters;
using Messaging.Codegen.Conformance.Flow;

namespace Messaging.Codegen.Nats.Tests.Conformance;

public sealed class NatsAcknowledgementTests(NatsFixture fixture) : AcknowledgementConformance<NatsFixture>(fixture);

public sealed class NatsBrokerRestartTests(NatsFixture fixture) : BrokerRestartConformance<NatsFixture>(fixture);

public sealed class NatsAtomicBatchTests(NatsFixture fixture) : AtomicBatchConformance<NatsFixture>(fixture);

public sealed class NatsCompletenessTests : CompletenessConformance<NatsFixture>;

public sealed class NatsConsumerTests(NatsFixture fixture) : ConsumerConformance<NatsFixture>(fixture);

public sealed class NatsDeadLetterTests(NatsFixture fixture) : DeadLetterConformance<NatsFixture>(fixture);

public sealed class NatsDeduplicationTests(NatsFixture fixture) : DeduplicationConformance<NatsFixture>(fixture);

public sealed class NatsExpectedStateTests(NatsFixture fixture) : ExpectedStateConformance<NatsFixture>(fixture);

public sealed class NatsHeaderTests(NatsFixture fixture) : HeaderConformance<NatsFixture>(fixture);

public sealed class NatsLedgerTests(NatsFixture fixture) : LedgerConformance<NatsFixture>(fixture);

public sealed class NatsLimitsTests(NatsFixture fixture) : LimitsConformance<NatsFixture>(fixture);

public sealed class NatsMessageTtlTests(NatsFixture fixture) : MessageTtlConformance<NatsFixture>(fixture);

public sealed class NatsPrefetchTests(NatsFixture fixture) : PrefetchConformance<NatsFixture>(fixture);

public sealed class NatsProcessDeathTests(NatsFixture fixture) : ProcessDeathConformance<NatsFixture>(fixture);

public sealed class NatsProvisioningTests(NatsFixture fixture) : ProvisioningConformance<NatsFixture>(fixture);

public sealed class NatsPublishTests(NatsFixture fixture) : PublishConformance<NatsFixture>(fixture);

public sealed class NatsRemovalTests(NatsFixture fixture) : RemovalConformance<NatsFixture>(fixture);

public sealed class NatsReplayTests(NatsFixture fixture) : ReplayConformance<NatsFixture>(fixture);

public sealed class NatsRequestTests(NatsFixture fixture) : RequestConformance<NatsFixture>(fixture);

public sealed class NatsRetentionTests(NatsFixture fixture) : RetentionConformance<NatsFixture>(fixture);

public sealed class NatsScheduleTests(NatsFixture fixture) : ScheduleConformance<NatsFixture>(fixture);

public sealed class NatsStoppingTests(NatsFixture fixture) : StoppingConformance<NatsFixture>(fixture);

public sealed class NatsStoredMessageTests(NatsFixture fixture) : StoredMessageConformance<NatsFixture>(fixture);

public sealed class NatsSubjectTests(NatsFixture fixture) : SubjectConformance<NatsFixture>(fixture);

public sealed class NatsPartitionTests(NatsFixture fixture) : PartitionConformance<NatsFixture>(fixture);

public sealed class NatsLimitTests(NatsFixture fixture) : LimitConformance<NatsFixture>(fixture);

public sealed class NatsPauseTests(NatsFixture fixture) : PauseConformance<NatsFixture>(fixture);

public sealed class NatsShutdownTests(NatsFixture fixture) : ShutdownConformance<NatsFixture>(fixture);

public sealed class NatsBatchTests(NatsFixture fixture) : BatchConformance<NatsFixture>(fixture);

public sealed class NatsVersionTests(NatsFixture fixture) : VersionConformance<NatsFixture>(fixture);

public sealed class NatsDualPublishTests(NatsFixture fixture) : DualPublishConformance<NatsFixture>(fixture);

public sealed class NatsDualPublishTermsTests(NatsFixture fixture) : DualPublishTermsConformance<NatsFixture>(fixture);

public sealed class NatsPoisonTests(NatsFixture fixture) : PoisonConformance<NatsFixture>(fixture);

public sealed class NatsPauseEverywhereTests(NatsFixture fixture) : PauseEverywhereConformance<NatsFixture>(fixture);
