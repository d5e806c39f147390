using System.Globalization;

namespace Messaging.Codegen.Facts;

/// <summary>Puts the lines about one name together.</summary>
internal sealed class LayoutBuilder
{
    private readonly Dictionary<int, MemberLayout> _members = [];
    private readonly Dictionary<string, MemberLayout> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<long, WireType?> _cases = [];
    private readonly Dictionary<Int128, string> _names = [];
    private string? _underlying;
    private bool _isContract;
    private bool _isMap;
    private bool _isUnion;
    private bool _isContradictory;

    /// <summary>True when a line says that it is a contract.</summary>
    public bool IsContract => _isContract;

    /// <summary>Takes a line. What is of another kind, or not understood, is passed over: it may come from a newer version.</summary>
    public void Add(FactLine line)
    {
        switch (line.Kind)
        {
            case FactKinds.Message:
                _isContract = true;
                break;
            case FactKinds.Key when KeyFact.Parse(line.Value) is { } key:
                Put(_members, key.Number, MemberLayout.Of(key.Member));
                break;
            case FactKinds.Map:
                _isMap = true;
                break;
            case FactKinds.Name when NameFact.Parse(line.Value) is { } name:
                Put(_named, name.Key, MemberLayout.Of(name.Member));
                break;
            case FactKinds.Union:
                _isUnion = true;
                break;
            case FactKinds.Case when CaseFact.Parse(line.Value) is { } @case:
                Put(_cases, @case.Tag, WireType.Parse(@case.Type));
                break;
            case FactKinds.Enum when line.Words is [var underlying, ..]:
                _isContradictory |= _underlying is not null && _underlying != underlying;
                _underlying = underlying;
                break;
            case FactKinds.Value when ValueFact.Parse(line.Value) is { } value
                && Int128.TryParse(value.Number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                Put(_names, number, value.Name);
                break;
        }
    }

    /// <summary>What the lines say; null when they say nothing about a layout.</summary>
    public Layout? Build() =>
        _isContradictory || (_isMap && _members.Count > 0) ? new ContradictoryLayout()
        : _underlying is not null ? new EnumLayout(_underlying, _names)
        : _isUnion ? new UnionLayout(_cases)
        : _isMap ? new MapLayout(_named)
        : _isContract || _members.Count > 0 ? new ObjectLayout(_members)
        : null;

    private void Put<TKey, TValue>(Dictionary<TKey, TValue> values, TKey key, TValue value)
        where TKey : notnull
    {
        if (!values.TryAdd(key, value) && !Equals(values[key]?.ToString(), value?.ToString()))
        {
            _isContradictory = true;
        }
    }
}
