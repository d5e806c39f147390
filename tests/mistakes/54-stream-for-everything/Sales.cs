using Messaging.Codegen;

namespace Agency;

public sealed class Sales
{
    [Handler("sales")]
    public void Handle(LeadArrived lead) => Console.WriteLine($"Call {lead.Name}, {lead.Phone}");
}
