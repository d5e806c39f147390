using System.Collections.Immutable;

namespace Messaging.Codegen.Generators.Diagnostics;

/// <summary>What diagnostics carry for the code fixes, which look nothing up that a parser knew already.</summary>
internal static class FixProperties
{
    /// <summary>MSG101: the next free key, 1 + the highest of the type and its bases.</summary>
    public const string Key = nameof(Key);

    /// <summary>MSG101, where keys are names: the member's own as a literal.</summary>
    public const string KeyName = nameof(KeyName);

    /// <summary>MSG002: present when <c>partial</c> on the type and on the types around it is all that is missing.</summary>
    public const string MissingPartial = nameof(MissingPartial);

    /// <summary>MSG301: present when the method is <c>async void</c> and all is well once it returns <c>Task</c>.</summary>
    public const string AsyncVoid = nameof(AsyncVoid);

    /// <summary>MSG501, MSG502, MSG509 and MSG512: the lines that the baseline lacks, one below the other.</summary>
    public const string Accepted = nameof(Accepted);

    /// <summary>MSG502: the lines that were accepted but never released, and are to go.</summary>
    public const string Dropped = nameof(Dropped);

    /// <summary>MSG502: the argument for <c>[ReservedKeys]</c>.</summary>
    public const string ReservedKey = nameof(ReservedKey);

    /// <summary>The named argument of the attribute that is to be set to <see cref="Value"/>, or removed when there is none.</summary>
    public const string Option = nameof(Option);

    /// <summary>The value for <see cref="Option"/>, as code writes it.</summary>
    public const string Value = nameof(Value);

    /// <summary>MSG402: present when another stream subject stores all that this one does.</summary>
    public const string Redundant = nameof(Redundant);

    /// <summary>MSG408: the token that leads nowhere.</summary>
    public const string Token = nameof(Token);

    /// <summary>MSG302 and MSG303: the parameter with the cancellation token; for MSG302 it is to be added.</summary>
    public const string CancellationToken = nameof(CancellationToken);

    /// <summary>MSG302 and MSG303: for each call the name that the argument must be written with, or nothing, separated by commas.</summary>
    public const string ArgumentNames = nameof(ArgumentNames);

    /// <summary>MSG307, MSG308 and MSG601: present when the place can await, once its function is async.</summary>
    public const string CanAwait = nameof(CanAwait);

    /// <summary>MSG408: the stored token that <see cref="Token"/> resembles.</summary>
    public const string Nearest = nameof(Nearest);

    /// <summary>MSG309: present when the clause can rethrow at its end.</summary>
    public const string CanRethrow = nameof(CanRethrow);

    /// <summary>MSG310: the parameter with the context; it is added where there is none.</summary>
    public const string Context = nameof(Context);

    /// <summary>MSG603: what the message id is to begin with.</summary>
    public const string Prefix = nameof(Prefix);

    /// <summary>MSG606: present when the value only has to be made sendable.</summary>
    public const string CanSanitize = nameof(CanSanitize);

    /// <summary>MSG604: what makes the same subject.</summary>
    public const string Replacement = nameof(Replacement);

    /// <summary>MSG605: present when no module is added yet.</summary>
    public const string CanAddModules = nameof(CanAddModules);

    /// <summary>MSG112: present when the union is declared in the same project.</summary>
    public const string CanAddCase = nameof(CanAddCase);

    /// <summary>MSG511: the identity of the older version that nobody turns into a newer one.</summary>
    public const string Older = nameof(Older);

    /// <summary>MSG511: the identity of the version that <see cref="Older"/> is to become.</summary>
    public const string Newer = nameof(Newer);

    /// <summary>The property <see cref="Replacement"/>.</summary>
    public static ImmutableDictionary<string, string?> ForReplacement(string code) => ImmutableDictionary<string, string?>.Empty.Add(Replacement, code);

    /// <summary>The properties <see cref="Older"/> and <see cref="Newer"/>.</summary>
    public static ImmutableDictionary<string, string?> ForUpcast(string older, string newer) =>
        ImmutableDictionary<string, string?>.Empty.Add(Older, older).Add(Newer, newer);

    /// <summary>The property <see cref="Context"/>.</summary>
    public static ImmutableDictionary<string, string?> ForContext(string parameter) => ImmutableDictionary<string, string?>.Empty.Add(Context, parameter);

    /// <summary>The property <see cref="Prefix"/>.</summary>
    public static ImmutableDictionary<string, string?> ForPrefix(string prefix) => ImmutableDictionary<string, string?>.Empty.Add(Prefix, prefix);

    /// <summary>The properties <see cref="Option"/> and <see cref="Value"/>.</summary>
    public static ImmutableDictionary<string, string?> ForOption(string name, string? value)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(Option, name);
        return value is null ? properties : properties.Add(Value, value);
    }

    /// <summary>The properties <see cref="CancellationToken"/> and <see cref="ArgumentNames"/>.</summary>
    public static ImmutableDictionary<string, string?> ForToken(string parameter, IEnumerable<string> argumentNames) =>
        ImmutableDictionary<string, string?>.Empty.Add(CancellationToken, parameter).Add(ArgumentNames, string.Join(",", argumentNames));

    /// <summary>The property <see cref="Key"/>.</summary>
    public static ImmutableDictionary<string, string?> NextKey(int key) =>
        ImmutableDictionary<string, string?>.Empty.Add(Key, Emit.Identifiers.Literal(key));

    /// <summary>The property <see cref="KeyName"/>.</summary>
    public static ImmutableDictionary<string, string?> NameForKey(string literal) => ImmutableDictionary<string, string?>.Empty.Add(KeyName, literal);

    /// <summary>A property that is present or not, for example <see cref="MissingPartial"/>.</summary>
    public static ImmutableDictionary<string, string?> Flag(string name) => ImmutableDictionary<string, string?>.Empty.Add(name, "true");

    /// <summary>The properties <see cref="Accepted"/>, <see cref="Dropped"/> and <see cref="ReservedKey"/>, those that have something to say.</summary>
    public static ImmutableDictionary<string, string?> ForBaseline(IEnumerable<string> accepted, IEnumerable<string> dropped, string? reservedKey)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        foreach (var (name, value) in new[] { (Accepted, string.Join("\n", accepted)), (Dropped, string.Join("\n", dropped)), (ReservedKey, reservedKey ?? "") })
        {
            if (value.Length > 0)
            {
                properties[name] = value;
            }
        }

        return properties.ToImmutable();
    }
}
