using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Reads <c>[assembly: Stream]</c> attributes.</summary>
internal static class StreamParser
{
    private const int MaxReplicas = 5;

    // What a server accepts: 100 ms; see checkStreamCfg of nats-server.
    private const long MinLimit = TimeSpan.TicksPerMillisecond * 100;

    // What StreamDefinition and the server assume when nothing is said.
    private const long DefaultWindow = TimeSpan.TicksPerMinute * 2;

    /// <summary>Reads the streams of one file.</summary>
    public static EquatableArray<StreamModel> ParseAll(GeneratorAttributeSyntaxContext syntax, CancellationToken cancellationToken)
    {
        var context = new ParseContext(syntax.SemanticModel.Compilation, report: null, cancellationToken);
        var streams = new List<StreamModel>();
        foreach (var attribute in syntax.Attributes)
        {
            if (Parse(attribute, context.Compilation.Assembly, context) is { } stream)
            {
                streams.Add(stream);
            }
        }

        return streams.ToEquatableArray();
    }

    /// <summary>Reads <paramref name="attribute"/>; null when something is wrong with it, which is reported.</summary>
    public static StreamModel? Parse(AttributeData attribute, IAssemblySymbol assembly, ParseContext context)
    {
        if (attribute.ConstructorArguments is not [{ Kind: not TypedConstantKind.Error } first, { Kind: TypedConstantKind.Array } subjects])
        {
            return null;
        }

        var name = first.Value as string ?? "";
        var check = context.Fresh();
        var location = context.Locate(attribute, assembly);
        NameRules.Check(name, "stream", location, check);
        var options = new AttributeOptions(attribute, assembly, check);
        var age = Limit("MaxAge", options, check);
        var window = Limit("DuplicateWindow", options, check);
        if (window > age)
        {
            check.Error(
                Rules.OptionOutOfRange, options.LocationOf("DuplicateWindow"), "DuplicateWindow", Durations.Text(window.Value),
                $"the server refuses a window that is longer than MaxAge, {Durations.Text(age.Value)}");
        }

        var model = new StreamModel
        {
            Name = name,
            Subjects = Subjects(name, subjects, location, check).ToEquatableArray(),
            Retention = options.Member("Retention"),
            Storage = options.Member("Storage"),
            Discard = options.Member("Discard"),
            MaxAge = age,
            // Messages that live shorter than the default window shorten it, as on the server.
            DuplicateWindow = window ?? (age < DefaultWindow ? age : null),
            MaxMessages = options.Number("MaxMessages"),
            MaxBytes = options.Number("MaxBytes"),
            Replicas = options.Int32("Replicas", MaxReplicas),
            AllowMessageTtl = options.Flag("AllowMessageTtl"),
            AllowAtomicBatches = options.Flag("AllowAtomicBatches"),
            AllowSchedules = options.Flag("AllowSchedules"),
        };
        if (model.AllowSchedules && FindScheduleError(model) is { } conflict)
        {
            check.Error(Rules.OptionOutOfRange, options.LocationOf("AllowSchedules"), "AllowSchedules", "true", conflict);
        }

        if (check.HasErrors)
        {
            return null;
        }

        foreach (var subject in model.Subjects)
        {
            ReservedSubjects.Advise(subject, location, check);
        }

        NameRules.Advise(name, "stream", location, check);
        CheckEffect(model, options, check);
        return model;
    }

    /// <summary>Reports what the server takes, but has no use for.</summary>
    private static void CheckEffect(StreamModel stream, AttributeOptions options, ParseContext check)
    {
        if (stream is { Discard: "New", MaxMessages: null, MaxBytes: null })
        {
            check.Warn(
                Rules.ContradictoryOptions, options.LocationOf("Discard"), FixProperties.ForOption("Discard", value: null),
                "Discard = New", stream.Name, "it says what happens at MaxMessages or MaxBytes, and the stream has neither");
        }

        if (stream.Replicas is { } replicas && replicas % 2 == 0)
        {
            check.Warn(
                Rules.EvenReplicas, options.LocationOf("Replicas"), FixProperties.ForOption("Replicas", Identifiers.Literal(replicas + 1)),
                stream.Name, replicas, (replicas / 2) - 1, replicas - 1, replicas + 1);
        }
    }

    /// <summary>The server takes no such stream, or drops what waits because no consumer is interested in it.</summary>
    private static string? FindScheduleError(StreamModel stream) =>
        stream.Discard == "New" ? "the server refuses it on a stream with Discard = New"
        : stream.Retention == "Interest" ? "a stream with Retention = Interest drops what waits for its time, because no consumer wants it yet"
        : null;

    private static IEnumerable<string> Subjects(string stream, TypedConstant subjects, Location? location, ParseContext check)
    {
        var result = subjects.IsNull ? [] : subjects.Values.Select(static subject => subject.Value as string ?? "").ToArray();
        if (result.Length == 0)
        {
            check.Error(Rules.SubjectSyntax, location, "", $"the stream '{stream}' needs at least one");
        }

        foreach (var subject in result)
        {
            var error = subject.IndexOf('{') >= 0
                ? "a stream has no message to fill a placeholder from, write '*'"
                : SubjectFilters.FindError(subject);
            if (error is not null)
            {
                check.Error(Rules.SubjectSyntax, location, subject, error);
            }
            else
            {
                ReservedSubjects.Check(subject, location, check);
            }
        }

        return result;
    }

    private static long? Limit(string name, AttributeOptions options, ParseContext check)
    {
        var value = options.Duration(name);
        if (value < MinLimit)
        {
            check.Error(Rules.OptionOutOfRange, options.LocationOf(name), name, Durations.Text(value.Value), "the server refuses less than 100 ms");
        }

        return value;
    }
}
