using MessagePack;
using Messaging.Codegen;

namespace Hr.Contracts;

[Message("employees.hired")]
public sealed partial record EmployeeHired
{
    [Key(0)] public string Department { get; init; } = "";
    [Key(1)] public string Name { get; init; } = "";
}
