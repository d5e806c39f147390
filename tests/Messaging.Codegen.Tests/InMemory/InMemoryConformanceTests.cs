using Messaging.Codegen.Conformance;
using Messaging.Codegen.Conformance.DeadLetters;
using Messaging.Codegen.Conformance.Flow;

namespace Messaging.Codegen.Tests.InMemory;

public sealed class InMemoryAcknowledgementTests(InMemoryFixture fixture) : AcknowledgementConformance<InMemoryFixture>(fixture);

public sealed class InMemoryAtomicBatchTests(InMemoryFixture fixture) : AtomicBatchConformance<InMemoryFixture>(fixture);

public sealed class InMemoryCompletenessTests : CompletenessConformance<InMemoryFixture>;

public sealed class InMemoryConsumerTests(InMemoryFixture fixture) : ConsumerConformance<InMemoryFixture>(fixture);

public sealed class InMemoryDeadLetterTests(InMemoryFixture fixture) : DeadLetterConformance<InMemoryFixture>(fixture);

public sealed class InMemoryDeduplicationTests(InMemoryFixture fixture) : DeduplicationConformance<InMemoryFixture>(fixture);

public sealed class InMemoryExpectedStateTests(InMemoryFixture fixture) : ExpectedStateConformance<InMemoryFixture>(fixture);

public sealed class InMemoryHeaderTests(InMemoryFixture fixture) : HeaderConformance<InMemoryFixture>(fixture);

public sealed class InMemoryLedgerTests(InMemoryFixture fixture) : LedgerConformance<InMemoryFixture>(fixture);

public sealed class InMemoryLimitsTests(InMemoryFixture fixture) : LimitsConformance<InMemoryFixture>(fixture);

public sealed class InMemoryMessageTtlTests(InMemoryFixture fixture) : MessageTtlConformance<InMemoryFixture>(fixture);

public sealed class InMemoryPrefetchTests(InMemoryFixture fixture) : PrefetchConformance<InMemoryFixture>(fixture);

public sealed class InMemoryProcessDeathTests(InMemoryFixture fixture) : ProcessDeathConformance<InMemoryFixture>(fixture);

public sealed class InMemoryProvisioningTests(InMemoryFixture fixture) : ProvisioningConformance<InMemoryFixture>(fixture);

public sealed class InMemoryPublishTests(InMemoryFixture fixture) : PublishConformance<InMemoryFixture>(fixture);

public sealed class InMemoryRemovalTests(InMemoryFixture fixture) : RemovalConformance<InMemoryFixture>(fixture);

public sealed class InMemoryReplayTests(InMemoryFixture fixture) : ReplayConformance<InMemoryFixture>(fixture);

public sealed class InMemoryRequestTests(InMemoryFixture fixture) : RequestConformance<InMemoryFixture>(fixture);

public sealed class InMemoryRetentionTests(InMemoryFixture fixture) : RetentionConformance<InMemoryFixture>(fixture);

public sealed class InMemoryScheduleTests(InMemoryFixture fixture) : ScheduleConformance<InMemoryFixture>(fixture);

public sealed class InMemoryStoppingTests(InMemoryFixture fixture) : StoppingConformance<InMemoryFixture>(fixture);

public sealed class InMemoryStoredMessageTests(InMemoryFixture fixture) : StoredMessageConformance<InMemoryFixture>(fixture);

public sealed class InMemorySubjectTests(InMemoryFixture fixture) : SubjectConformance<InMemoryFixture>(fixture);

public sealed class InMemoryPartitionTests(InMemoryFixture fixture) : PartitionConformance<InMemoryFixture>(fixture);

public sealed class InMemoryLimitTests(InMemoryFixture fixture) : LimitConformance<InMemoryFixture>(fixture);

public sealed class InMemoryPauseTests(InMemoryFixture fixture) : PauseConformance<InMemoryFixture>(fixture);

public sealed class InMemoryShutdownTests(InMemoryFixture fixture) : ShutdownConformance<InMemoryFixture>(fixture);

public sealed class InMemoryBatchTests(InMemoryFixture fixture) : BatchConformance<InMemoryFixture>(fixture);

public sealed class InMemoryVersionTests(InMemoryFixture fixture) : VersionConformance<InMemoryFixture>(fixture);

public sealed class InMemoryDualPublishTests(InMemoryFixture fixture) : DualPublishConformance<InMemoryFixture>(fixture);

public sealed class InMemoryDualPublishTermsTests(InMemoryFixture fixture) : DualPublishTermsConformance<InMemoryFixture>(fixture);

public sealed class InMemoryPoisonTests(InMemoryFixture fixture) : PoisonConformance<InMemoryFixture>(fixture);

public sealed class InMemoryPauseEverywhereTests(InMemoryFixture fixture) : PauseEverywhereConformance<InMemoryFixture>(fixture);
