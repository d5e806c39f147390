using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the declarations of streams.</summary>
internal static class StreamEmitter
{
    public static void Print(CodeWriter writer, IEnumerable<StreamModel> streams)
    {
        foreach (var stream in streams)
        {
            var subjects = string.Join(", ", stream.Subjects.Select(Identifiers.Literal));
            var constructor = $"new global::Messaging.Codegen.StreamDefinition({Identifiers.Literal(stream.Name)}, [{subjects}])";
            var settings = Settings(stream).Where(static setting => setting.Value is not null).ToArray();
            if (settings.Length == 0)
            {
                writer.Line($"module.AddStream({constructor});");
                continue;
            }

            writer.Line($"module.AddStream({constructor}");
            using (writer.Braces(");"))
            {
                foreach (var (name, value) in settings)
                {
                    writer.Line($"{name} = {value},");
                }
            }
        }
    }

    private static IEnumerable<(string Name, string? Value)> Settings(StreamModel stream) =>
    [
        ("Retention", Member("StreamRetention", stream.Retention)),
        ("Storage", Member("StreamStorage", stream.Storage)),
        ("MaxAge", stream.MaxAge is { } age ? Durations.Code(age) : null),
        ("DuplicateWindow", stream.DuplicateWindow is { } window ? Durations.Code(window) : null),
        ("MaxMessages", stream.MaxMessages is { } messages ? Identifiers.Literal(messages) : null),
        ("MaxBytes", stream.MaxBytes is { } bytes ? Identifiers.Literal(bytes) : null),
        ("Replicas", stream.Replicas is { } replicas ? Identifiers.Literal(replicas) : null),
        ("Discard", Member("StreamDiscard", stream.Discard)),
        ("AllowMessageTtl", Flag(stream.AllowMessageTtl)),
        ("AllowAtomicBatches", Flag(stream.AllowAtomicBatches)),
        ("AllowSchedules", Flag(stream.AllowSchedules)),
    ];

    private static string? Flag(bool value) => value ? "true" : null;

    private static string? Member(string type, string? name) => name is null ? null : $"global::Messaging.Codegen.{type}.{name}";
}
