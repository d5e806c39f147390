namespace Messaging.Codegen;

/// <summary>The wire identity of a contract and the subjects that it travels on.</summary>
public sealed class MessageContract
{
    /// <summary>Describes a contract. Emitted code calls this once per contract.</summary>
    /// <param name="name">The stable name, for example <c>orders.placed</c>.</param>
    /// <param name="version">The version, 1 or more.</param>
    /// <param name="subjectTemplate">The subject with <c>{Member}</c> placeholders, for example <c>orders.{Region}.placed.v1</c>.</param>
    /// <param name="subjectFilter">The template with every placeholder as <c>*</c>: what a consumer of all of them subscribes to.</param>
    /// <param name="isRequest">True when the contract is a request that is answered, not stored.</param>
    public MessageContract(string name, int version, string subjectTemplate, string subjectFilter, bool isRequest = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentException.ThrowIfNullOrEmpty(subjectTemplate);
        ArgumentException.ThrowIfNullOrEmpty(subjectFilter);
        Name = name;
        Version = version;
        Identity = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}/v{version}");
        SubjectTemplate = subjectTemplate;
        SubjectFilter = subjectFilter;
        IsRequest = isRequest;
    }

    /// <summary>The stable name given in <see cref="MessageAttribute"/>; never derived from the CLR type.</summary>
    public string Name { get; }

    /// <summary>The version given in <see cref="MessageAttribute"/>, 1 or more.</summary>
    public int Version { get; }

    /// <summary><c>name/vN</c>: what identifies the contract in message ids, facts, errors and tools.</summary>
    public string Identity { get; }

    /// <summary>The subject with <c>{Member}</c> placeholders.</summary>
    public string SubjectTemplate { get; }

    /// <summary>The subject with <c>*</c> for every placeholder.</summary>
    public string SubjectFilter { get; }

    /// <summary>True when the contract implements <see cref="IRequest{TReply}"/>.</summary>
    public bool IsRequest { get; }

    /// <inheritdoc/>
    public override string ToString() => Identity;
}
