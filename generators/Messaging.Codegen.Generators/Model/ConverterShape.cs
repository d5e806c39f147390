namespace Messaging.Codegen.Generators.Model;

/// <summary>A type, or a member's value, that a converter writes and reads.</summary>
internal sealed record ConverterShape : ShapeModel
{
    /// <summary>The converter as code names it.</summary>
    public required string Converter { get; init; }
}
