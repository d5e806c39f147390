namespace Messaging.Codegen.Generators.Diagnostics;

/// <summary>Every diagnostic id, in blocks by topic. An id is never used again for something else.</summary>
internal static class DiagnosticIds
{
    // Contracts
    public const string ContractShape = "MSG001";
    public const string ContractNotReachable = "MSG002";
    public const string NoSerializer = "MSG003";
    public const string ImplicitIdentity = "MSG005";
    public const string DerivedContract = "MSG006";
    public const string NoConstructor = "MSG008";
    public const string NameTaken = "MSG010";
    public const string InvalidIdentity = "MSG011";
    public const string IdempotencyKeyMember = "MSG012";
    public const string InvalidReply = "MSG013";
    public const string InvalidUpcast = "MSG014";
    public const string InvalidAlsoPublish = "MSG015";

    // Keys and serialization
    public const string MissingKey = "MSG101";
    public const string DuplicateKey = "MSG102";
    public const string KeyOutOfRange = "MSG103";
    public const string KeyReserved = "MSG104";
    public const string KeyMisuse = "MSG105";
    public const string UnsupportedMember = "MSG106";
    public const string LossyDateTime = "MSG107";
    public const string EnumWithoutZero = "MSG109";
    public const string NoUnionCases = "MSG110";
    public const string InvalidUnion = "MSG111";
    public const string UnlistedCase = "MSG112";
    public const string InvalidConverter = "MSG114";
    public const string ContractNotReusable = "MSG115";

    // Subjects
    public const string SubjectSyntax = "MSG201";
    public const string SubjectWildcard = "MSG202";
    public const string ReservedSubject = "MSG203";
    public const string SubjectPlaceholder = "MSG204";
    public const string SubjectHygiene = "MSG206";
    public const string WhereWithoutToken = "MSG210";

    // References
    public const string NoManifest = "MSG009";

    // Handlers
    public const string HandlerSignature = "MSG301";
    public const string HandlerWithoutToken = "MSG302";
    public const string TokenNotForwarded = "MSG303";
    public const string HandlerConstruction = "MSG304";
    public const string HandlerNeverCalled = "MSG305";
    public const string BlockingHandler = "MSG307";
    public const string DroppedTaskInHandler = "MSG308";
    public const string SwallowedFailure = "MSG309";
    public const string PublisherInHandler = "MSG310";
    public const string NewIdPerDelivery = "MSG311";
    public const string ReplyMismatch = "MSG312";
    public const string InvalidOnException = "MSG313";
    public const string PartitionMember = "MSG314";
    public const string BatchSignature = "MSG315";
    public const string OptionWithoutEffect = "MSG316";

    // Streams and consumers
    public const string InvalidName = "MSG401";
    public const string OverlappingStreams = "MSG402";
    public const string OverlappingWorkers = "MSG403";
    public const string WorkQueueStart = "MSG404";
    public const string UnusedDelays = "MSG405";
    public const string OptionOutOfRange = "MSG407";
    public const string SilentFilter = "MSG408";
    public const string ContradictoryOptions = "MSG409";
    public const string OptionTooNew = "MSG410";
    public const string EvenReplicas = "MSG411";
    public const string ShortAckWait = "MSG413";
    public const string RetentionTrap = "MSG416";
    public const string DeclaredTwice = "MSG417";
    public const string CaseTwins = "MSG418";

    // Baseline
    public const string FactNotInBaseline = "MSG501";
    public const string FactGone = "MSG502";
    public const string TypeChanged = "MSG503";
    public const string KeyChanged = "MSG504";
    public const string RequirementChanged = "MSG505";
    public const string ContractMoved = "MSG506";
    public const string ChoicesChanged = "MSG507";
    public const string MeaningChanged = "MSG508";
    public const string BaselineMissing = "MSG509";
    public const string BaselineInvalid = "MSG510";
    public const string VersionWithoutHandler = "MSG511";
    public const string ContractGone = "MSG512";

    // Usage
    public const string DroppedTask = "MSG601";
    public const string RawClient = "MSG602";
    public const string UnusableMessageId = "MSG603";
    public const string SubjectFromText = "MSG604";
    public const string ModuleMissing = "MSG605";
    public const string UnusableHeader = "MSG606";
    public const string OldVersionPublished = "MSG607";

    // Whole program
    public const string DuplicateIdentity = "MSG004";
    public const string SharedSubject = "MSG205";
    public const string UncoveredSubject = "MSG208";
    public const string StoredRequest = "MSG209";
    public const string SharedConsumer = "MSG306";

    // The build
    public const string InvalidBuildProperty = "MSG901";
}
