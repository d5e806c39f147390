using Microsoft.CodeAnalysis.Text;

namespace Messaging.Codegen.Generators.Model;

/// <summary>The diagnostic of a contract that nothing can be added to.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Message">What it says.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">The type's name in it.</param>
/// <param name="Lines">The same in lines and columns.</param>
internal sealed record LostContractModel(string Id, string Message, string Path, TextSpan Span, LinePositionSpan Lines);
