using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Reads the named arguments of one attribute and says which of them is out of range.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="symbol">What it stands on.</param>
/// <param name="context">Takes the errors.</param>
internal sealed class AttributeOptions(AttributeData attribute, ISymbol symbol, ParseContext context)
{
    /// <summary>A whole number; null when it is not set or 0, which stands for the default.</summary>
    public long? Number(string name, long max = long.MaxValue)
    {
        var value = attribute.Named(name) switch { int number => number, long number => number, _ => 0 };
        if (value < 0 || value > max)
        {
            var expected = max == long.MaxValue ? "it must be positive, or 0 for the default" : $"it must be 1 to {Identifiers.Literal(max)}, or 0 for the default";
            context.Error(Rules.OptionOutOfRange, LocationOf(name), name, Identifiers.Literal(value), expected);
            return null;
        }

        return value == 0 ? null : value;
    }

    /// <summary>A whole number that fits an <see cref="int"/>.</summary>
    public int? Int32(string name, int max = int.MaxValue) => (int?)Number(name, max);

    /// <summary>True when it is set to true.</summary>
    public bool Flag(string name) => attribute.Named(name) is true;

    /// <summary>A duration in units of 100 ns; null when it is not set.</summary>
    public long? Duration(string name, long max = long.MaxValue)
    {
        var ticks = attribute.Named(name) is string text ? Duration(name, text) : null;
        if (ticks > max)
        {
            context.Error(Rules.OptionOutOfRange, LocationOf(name), name, Emit.Durations.Text(ticks.Value), $"it must be {Emit.Durations.Text(max)} at most");
            return null;
        }

        return ticks;
    }

    /// <summary>A rate; null when it is not set.</summary>
    public RateModel? Rate(string name)
    {
        if (attribute.Named(name) is not string text)
        {
            return null;
        }

        if (RateText.TryParse(text, out var messages, out var ticks))
        {
            return new RateModel(messages, ticks);
        }

        context.Error(Rules.OptionOutOfRange, LocationOf(name), name, $"\"{text}\"", $"write {RateText.Expected}");
        return null;
    }

    /// <summary>Several durations; empty when they are not set.</summary>
    public long[] Durations(string name)
    {
        var durations = new List<long>();
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key != name || argument.Value is not { Kind: TypedConstantKind.Array, IsNull: false })
            {
                continue;
            }

            foreach (var item in argument.Value.Values)
            {
                if (Duration(name, item.Value as string ?? "null") is { } ticks)
                {
                    durations.Add(ticks);
                }
            }
        }

        return [.. durations];
    }

    /// <summary>The name of an enum's member; null when it is not set.</summary>
    public string? Member(string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key != name || argument.Value is not { Kind: TypedConstantKind.Enum, Type: { } type } constant)
            {
                continue;
            }

            if (constant.MemberName() is { } member)
            {
                return member;
            }

            context.Error(Rules.OptionOutOfRange, LocationOf(name), name, constant.Value, $"it is no member of {type.Name}");
        }

        return null;
    }

    /// <summary>Where the named argument is written.</summary>
    public Location? LocationOf(string name)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) as AttributeSyntax;
        var argument = syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
        return argument?.GetLocation() ?? context.Locate(attribute, symbol);
    }

    private long? Duration(string name, string text)
    {
        if (DurationText.TryParse(text, out var ticks))
        {
            return ticks;
        }

        context.Error(Rules.OptionOutOfRange, LocationOf(name), name, $"\"{text}\"", $"write {DurationText.Expected}");
        return null;
    }
}
