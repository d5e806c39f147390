using MessagePack;

[assembly: Messaging.Codegen.Stream("LABELS", "labels.>")]

namespace Messaging.Codegen.Tests.Pipeline;

[Message("labels.printed", Version = 1, Subject = "labels.{Region}.printed.v1")]
public sealed partial record Label([property: Key(0), IdempotencyKey] int Id, [property: Key(1)] string Region);

[Message("labels.printed", Version = 2, Subject = "labels.{Region}.printed.v2")]
public sealed partial record LabelV2([property: Key(0), IdempotencyKey] int Id, [property: Key(1)] string Region, [property: Key(2)] string Text)
{
    [Upcast]
    public static LabelV2 From(Label old) => new(old.Id, old.Region, "v1");
}

[Message("labels.printed", Version = 3, Subject = "labels.{Region}.printed.v3")]
public sealed partial record LabelV3([property: Key(0), IdempotencyKey] int Id, [property: Key(1)] string Region, [property: Key(2)] IReadOnlyList<string> Lines);

internal static class LabelMapping
{
    [Upcast]
    internal static LabelV3 Split(LabelV2 old, UpcastContext context) => new(old.Id, old.Region, [old.Text, context.Subject]);
}

[Message("out.report")]
public sealed partial record Report([property: Key(0), IdempotencyKey] int Id);

[AlsoPublish(typeof(Report))]
[Message("out.report", Version = 2)]
public sealed partial record ReportV2([property: Key(0), IdempotencyKey] int Id, [property: Key(1)] string Title)
{
    [Downcast]
    private static Report To(ReportV2 message) => new(message.Id);
}
