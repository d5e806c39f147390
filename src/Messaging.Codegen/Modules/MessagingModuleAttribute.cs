namespace Messaging.Codegen;

/// <summary>Emitted into every assembly that has contracts, handlers or streams: names its module for the assemblies that reference it.</summary>
/// <param name="module">The module, an <see cref="IMessagingModule"/>.</param>
/// <param name="formatVersion">The format of the facts that the assembly carries.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class MessagingModuleAttribute(Type module, int formatVersion) : Attribute
{
    /// <summary>The module.</summary>
    public Type Module { get; } = module;

    /// <summary>The format of the <see cref="MessagingFactAttribute"/> lines.</summary>
    public int FormatVersion { get; } = formatVersion;
}
