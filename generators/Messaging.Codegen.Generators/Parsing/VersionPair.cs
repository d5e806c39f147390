using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Two versions of a contract, one of which is made of the other.</summary>
internal static class VersionPair
{
    /// <summary>What keeps the two from being versions whose messages can be told apart; null when nothing does.</summary>
    /// <param name="older">The one that should be older.</param>
    /// <param name="newer">The one that should be newer.</param>
    /// <param name="notOlder">What is said when the versions are not in this order.</param>
    /// <param name="request">What is said when one of them is a request.</param>
    public static string? FindError(ContractHeader older, ContractHeader newer, string notOlder, string request) => (older, newer) switch
    {
        _ when older.Name != newer.Name => $"'{older.Identity}' and '{newer.Identity}' are no versions of one contract",
        _ when older.Version >= newer.Version => notOlder,
        ({ Reply: not null }, _) or (_, { Reply: not null }) => request,
        _ when SubjectFilters.Collides(older.Subject.Filter, newer.Subject.Filter) =>
            $"both versions are published on '{newer.Subject.Text}', so nothing tells their messages apart; give the newer one another subject",
        _ => null,
    };
}
