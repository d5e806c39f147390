using System.Text;
using Messaging.Codegen.Facts;
using Messaging.Codegen.Routing;

namespace Messaging.Codegen.DeadLetters;

/// <summary>
/// Collects the facts that emitted contracts carry. Nothing else asks for them, so a trimmed application that has no <see cref="IDeadLetters"/> does not
/// have them either.
/// </summary>
internal sealed class FactCollector : IContractVisitor
{
    private readonly List<string> _lines = [];

    public static ContractFacts Collect(MessagingModel model)
    {
        var collector = new FactCollector();
        model.VisitContracts(collector);
        return ContractFacts.Parse(collector._lines);
    }

    public void Visit<T>()
        where T : IMessage<T> =>
        _lines.AddRange(Encoding.UTF8.GetString(T.Facts).Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
