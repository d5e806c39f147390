namespace Messaging.Codegen.Generators;

/// <summary>Metadata names of the types that the parsers look for.</summary>
internal static class KnownTypes
{
    public const string MessageAttribute = "Messaging.Codegen.MessageAttribute";
    public const string HandlerAttribute = "Messaging.Codegen.HandlerAttribute";
    public const string UpcastAttribute = "Messaging.Codegen.UpcastAttribute";
    public const string UpcastContext = "Messaging.Codegen.UpcastContext";
    public const string AlsoPublishAttribute = "Messaging.Codegen.AlsoPublishAttribute";
    public const string DowncastAttribute = "Messaging.Codegen.DowncastAttribute";
    public const string OnExceptionAttribute = "Messaging.Codegen.OnExceptionAttribute";
    public const string DeadLetterException = "Messaging.Codegen.DeadLetterException";
    public const string RetryException = "Messaging.Codegen.RetryException";
    public const string Exception = "System.Exception";
    public const string StreamAttribute = "Messaging.Codegen.StreamAttribute";
    public const string WhereAttribute = "Messaging.Codegen.WhereAttribute";
    public const string IdempotencyKeyAttribute = "Messaging.Codegen.IdempotencyKeyAttribute";
    public const string ReservedKeysAttribute = "Messaging.Codegen.ReservedKeysAttribute";
    public const string ReservedTagsAttribute = "Messaging.Codegen.ReservedTagsAttribute";
    public const string ContractCompatibilityAttribute = "Messaging.Codegen.ContractCompatibilityAttribute";
    public const string AllowBreakAttribute = "Messaging.Codegen.AllowBreakAttribute";
    public const string OpenEnumAttribute = "Messaging.Codegen.OpenEnumAttribute";
    public const string MessageConverterAttribute = "Messaging.Codegen.MessageConverterAttribute";
    public const string MessageConverterForAttribute = "Messaging.Codegen.MessageConverterForAttribute";
    public const string WireTypeAttribute = "Messaging.Codegen.WireTypeAttribute";
    public const string IMessageConverter = "Messaging.Codegen.IMessageConverter`1";
    public const string MessagingModuleAttribute = "Messaging.Codegen.MessagingModuleAttribute";
    public const string MessagingFactAttribute = "Messaging.Codegen.MessagingFactAttribute";
    public const string IMessage = "Messaging.Codegen.IMessage`1";
    public const string IRequest = "Messaging.Codegen.IRequest`1";
    public const string MessageContext = "Messaging.Codegen.MessageContext";
    public const string BatchContext = "Messaging.Codegen.BatchContext";
    public const string IPublisher = "Messaging.Codegen.IPublisher`1";
    public const string IRequestClient = "Messaging.Codegen.IRequestClient`2";
    public const string IOutbox = "Messaging.Codegen.Postgres.IOutbox";
    public const string PublishOptions = "Messaging.Codegen.PublishOptions";
    public const string MessageHeaders = "Messaging.Codegen.MessageHeaders";

    public const string KeyAttribute = "MessagePack.KeyAttribute";
    public const string IgnoreMemberAttribute = "MessagePack.IgnoreMemberAttribute";
    public const string UnionAttribute = "MessagePack.UnionAttribute";
    public const string SerializationConstructorAttribute = "MessagePack.SerializationConstructorAttribute";
    public const string MessagePackObjectAttribute = "MessagePack.MessagePackObjectAttribute";

    public const string DataMemberAttribute = "System.Runtime.Serialization.DataMemberAttribute";
    public const string GeneratedCodeAttribute = "System.CodeDom.Compiler.GeneratedCodeAttribute";
    public const string IgnoreDataMemberAttribute = "System.Runtime.Serialization.IgnoreDataMemberAttribute";
    public const string SetsRequiredMembersAttribute = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";
    public const string CancellationToken = "System.Threading.CancellationToken";
    public const string IServiceProvider = "System.IServiceProvider";
    public const string Task = "System.Threading.Tasks.Task";
    public const string TaskOfT = "System.Threading.Tasks.Task`1";
    public const string ValueTask = "System.Threading.Tasks.ValueTask";
    public const string ValueTaskOfT = "System.Threading.Tasks.ValueTask`1";

    public const string ActivatorUtilitiesConstructorAttribute = "Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructorAttribute";
    public const string FromKeyedServicesAttribute = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";
    public const string ServiceKeyAttribute = "Microsoft.Extensions.DependencyInjection.ServiceKeyAttribute";
    public const string IEnumerableOfT = "System.Collections.Generic.IEnumerable`1";
    public const string IReadOnlyListOfT = "System.Collections.Generic.IReadOnlyList`1";
    public const string IAsyncEnumerableOfT = "System.Collections.Generic.IAsyncEnumerable`1";
    public const string ListOfT = "System.Collections.Generic.List`1";
}
