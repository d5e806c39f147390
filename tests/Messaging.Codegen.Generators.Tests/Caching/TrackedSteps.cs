using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Tests.Caching;

/// <summary>The steps of the pipeline, as they ran.</summary>
internal static class TrackedSteps
{
    /// <summary>Every name that <see cref="Steps"/> declares; a new step cannot be forgotten.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. typeof(Steps).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!)];

    /// <summary>The steps of ours that ran, by name.</summary>
    public static IEnumerable<(string Name, IncrementalGeneratorRunStep Step)> Of(GeneratorRun run) =>
        from name in All
        where run.Result.TrackedSteps.ContainsKey(name)
        from step in run.Result.TrackedSteps[name]
        select (name, step);

    /// <summary>What the named steps and the outputs did, with the name of the step.</summary>
    public static IEnumerable<(string Name, IncrementalStepRunReason Reason)> Reasons(GeneratorRun run)
    {
        var outputs = run.Result.TrackedOutputSteps.SelectMany(static output => output.Value.Select(step => (Name: "Output " + output.Key, Step: step)));
        return Of(run).Concat(outputs).SelectMany(static step => step.Step.Outputs.Select(output => (step.Name, output.Reason)));
    }

    /// <summary>The steps and outputs that did work whose result could differ.</summary>
    public static IReadOnlyList<string> Changed(GeneratorRun run) =>
    [
        .. Reasons(run)
            .Where(static step => step.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            .Select(static step => $"{step.Name}: {step.Reason}"),
    ];

    /// <summary>How often a file was printed anew, whether or not it differs.</summary>
    public static int Printed(GeneratorRun run) => run.Result.TrackedOutputSteps
        .SelectMany(static output => output.Value)
        .SelectMany(static step => step.Outputs)
        .Count(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
}
