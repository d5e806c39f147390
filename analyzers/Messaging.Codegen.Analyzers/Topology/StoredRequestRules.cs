using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>MSG209: a stream answers whatever it stores, and is quicker than any responder.</summary>
internal static class StoredRequestRules
{
    public static IEnumerable<Diagnostic> Check(IReadOnlyList<KnownContract> contracts, IReadOnlyList<KnownStream> streams)
    {
        foreach (var request in contracts.Where(static contract => contract.IsRequest))
        {
            foreach (var stream in streams)
            {
                var index = stream.Subjects.ToList().FindIndex(subject => SubjectFilters.Collides(subject, request.Subject));
                if (index >= 0 && (request.Location ?? stream.PlaceOf(index)) is { } location)
                {
                    yield return Diagnostic.Create(
                        Rules.StoredRequest, location,
                        request.Owner?.Name ?? request.Identity, request.Owner?.Header.Subject.Text ?? request.Subject, stream.Name, stream.Subjects[index]);
                    break;
                }
            }
        }
    }
}
