namespace Messaging.Codegen.Publishing;

/// <summary>Makes the headers of a publish; null when there is nothing to say, because each header costs the server time.</summary>
internal static class PublishHeaders
{
    public static MessageHeaders? From(PublishOptions options)
    {
        MessageHeaders? headers = null;
        Add(ref headers, HeaderRules.CorrelationId, options.CorrelationId);
        Add(ref headers, HeaderRules.CausationId, options.CausationId);
        foreach (var (name, value) in options.Headers ?? new Dictionary<string, string>())
        {
            if (HeaderRules.IsBrokers(name))
            {
                throw new ArgumentException($"The header '{name}' belongs to the broker; use the option that sets it.", nameof(options));
            }

            Add(ref headers, name, value);
        }

        return headers;
    }

    public static MessageHeaders CausedBy(MessageContext cause) => new()
    {
        { HeaderRules.CorrelationId, HeaderRules.Sanitize(cause.CorrelationId) },
        { HeaderRules.CausationId, HeaderRules.Sanitize(cause.MessageId) },
    };

    private static void Add(ref MessageHeaders? headers, string name, string? value)
    {
        if (value is not null)
        {
            (headers ??= []).Add(name, value);
        }
    }
}
