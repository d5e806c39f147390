using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>What a contract that implements <c>IRequest&lt;TReply&gt;</c> may ask for.</summary>
internal static class ReplyRules
{
    /// <summary>The replies that the type asks for; empty when it is no request.</summary>
    public static IReadOnlyList<ITypeSymbol> RepliesOf(INamedTypeSymbol type) =>
        [.. type.AllInterfaces.Where(static candidate => candidate.Is(KnownTypes.IRequest)).Select(static candidate => candidate.TypeArguments[0])];

    /// <summary>Reports MSG013 for a reply that is no contract.</summary>
    public static void Check(INamedTypeSymbol type, ParseContext context)
    {
        var replies = RepliesOf(type);
        if (replies.Count == 0)
        {
            return;
        }

        if (replies[0].TypeKind == TypeKind.Error)
        {
            // The compiler says so already.
            context.Invalidate();
            return;
        }

        var error = replies.Count > 1 ? "it asks for several replies, but gets one"
            : HandledContract.Is(replies[0]) && replies[0].OriginalDefinition.SpecialType != SpecialType.System_Nullable_T ? null
            : $"'{replies[0].DisplayName()}' is no [Message] contract: make it one, or reply with a contract that has it as a member";
        if (error is not null)
        {
            context.Error(Rules.InvalidReply, context.Locate(type), type.DisplayName(), error);
        }
        else if (HandledContract.Find(replies[0], context.Locate(type), context) is null)
        {
            // The reply has a diagnostic of its own.
            context.Invalidate();
        }
    }
}
