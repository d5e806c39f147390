namespace Messaging.Codegen.Generators.Model;

/// <summary>A subject with placeholders, split at its dots.</summary>
/// <param name="Text">The template as it stands in the attribute, for example <c>orders.{Region}.placed.v1</c>.</param>
/// <param name="Tokens">Its tokens, at least one.</param>
internal sealed record SubjectTemplate(string Text, EquatableArray<SubjectTokenModel> Tokens)
{
    /// <summary>The template with every placeholder as <c>*</c>.</summary>
    public string Filter => string.Join(".", Tokens.Select(static token => token.IsPlaceholder ? "*" : token.Text));

    /// <summary>The filters that are left of <see cref="Filter"/>, sorted; none overlaps another. What has no placeholder here does not narrow.</summary>
    public EquatableArray<string> Narrow(EquatableArray<Narrowing> narrowings)
    {
        IEnumerable<string> filters = [""];
        foreach (var token in Tokens)
        {
            IEnumerable<string> texts = !token.IsPlaceholder ? [token.Text]
                : narrowings.FirstOrDefault(narrowing => narrowing.Member == token.Text) is { } narrowing ? narrowing.Tokens
                : ["*"];
            filters = [.. filters.SelectMany(filter => texts.Select(text => filter.Length == 0 ? text : filter + "." + text))];
        }

        return filters.OrderBy(static filter => filter, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>True when it has a placeholder of that name.</summary>
    public bool HasPlaceholder(string member) => Tokens.Any(token => token.IsPlaceholder && token.Text == member);

    /// <summary>True when every message of the contract has the same subject.</summary>
    public bool IsConstant => Tokens.All(static token => !token.IsPlaceholder);
}

/// <summary>One token of a subject template.</summary>
/// <param name="Text">The literal text, or the name of the member that fills a placeholder.</param>
/// <param name="IsPlaceholder">True for <c>{Text}</c>.</param>
internal sealed record SubjectTokenModel(string Text, bool IsPlaceholder);
