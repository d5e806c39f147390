using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Turns a class with <c>[Handler]</c> methods into its model.</summary>
internal static class HandlerParser
{
    /// <summary>True for the part of a class that has its first <c>[Handler]</c> method, and stands for the whole class.</summary>
    public static bool IsFirstPart(SyntaxNode part, INamedTypeSymbol type) => Annotated.IsFirstPart(part, HandlersOf(type).FirstOrDefault().Attribute);

    /// <summary>The <c>[Handler]</c> methods of <paramref name="type"/> with their attributes.</summary>
    public static IEnumerable<(IMethodSymbol Method, AttributeData Attribute)> HandlersOf(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol method && method.Attribute(KnownTypes.HandlerAttribute) is { } attribute)
            {
                yield return (method, attribute);
            }
        }
    }

    /// <summary>The model of <paramref name="type"/>; null when none of its handlers can be called. Everything that is left out is reported.</summary>
    public static HandlerClassModel? Parse(INamedTypeSymbol type, ParseContext context)
    {
        var handlers = HandlersOf(type).ToArray();
        var isReachable = IsReachable(type, handlers, context);
        var ofClass = context.Fresh();
        var exceptions = OnExceptionParser.Parse(type, type.DisplayName(), ofClass);
        var methods = new List<HandlerMethodModel>();
        foreach (var (method, attribute) in handlers)
        {
            if (ParseMethod(method, attribute, exceptions, context.Fresh()) is { } model)
            {
                methods.Add(model);
            }
        }

        if (!isReachable || ofClass.HasErrors || methods.Count == 0)
        {
            return null;
        }

        var constructor = methods.TrueForAll(static method => method.Stub.IsStatic) ? null : ConstructorParser.Parse(type, context);
        if (constructor is null)
        {
            // Static handlers work whether or not an instance can be made.
            methods.RemoveAll(static method => !method.Stub.IsStatic);
        }

        return methods.Count == 0 ? null : Assemble(type, constructor, methods);
    }

    private static HandlerClassModel Assemble(INamedTypeSymbol type, ConstructorModel? constructor, List<HandlerMethodModel> methods)
    {
        var consumers = StubNames.ConsumersOf(type);
        var named = StubNames.Assign(methods, consumers).ToArray();
        var stubs = new HandlerStubs
        {
            HintName = Symbols.HintNameOf(type, "Handler"),
            Namespace = Symbols.NamespaceOf(type),
            TypeName = type.ToTypeRef().Name,
            ConsumersName = consumers,
            Constructor = constructor,
            Methods = named.Select(static method => method.Stub).ToEquatableArray(),
        };
        return new HandlerClassModel(
            stubs,
            new HandlerRegistration(
                stubs.TypeName, stubs.FullConsumersName, constructor is not null, named.Select(static method => method.Route).ToEquatableArray()));
    }

    private static bool IsReachable(INamedTypeSymbol type, (IMethodSymbol Method, AttributeData Attribute)[] handlers, ParseContext context)
    {
        // An interface's methods have a better message of their own.
        if (handlers.Length == 0 || type.TypeKind == TypeKind.Interface)
        {
            return false;
        }

        var obstacle = IsGeneric(type) ? "it is generic, and nobody says with which type" : Reachability.Explain(type, context.Compilation);
        if (obstacle is not null)
        {
            context.Error(Rules.HandlerConstruction, context.Locate(type), type.DisplayName(), obstacle);
        }

        return obstacle is null;
    }

    private static bool IsGeneric(INamedTypeSymbol type) =>
        type.TypeParameters.Length > 0 || (type.ContainingType is { } outer && IsGeneric(outer));

    private static HandlerMethodModel? ParseMethod(
        IMethodSymbol method, AttributeData attribute, ExceptionRuleModel[] exceptionsOfClass, ParseContext context)
    {
        if (!HandlerSignature.IsCallable(method, context) || HandlerSignature.Contract(method, context) is not { } contract)
        {
            return null;
        }

        var options = HandlerOptionsParser.Parse(attribute, method, context);
        if (contract.Reply is null)
        {
            var own = OnExceptionParser.Parse(method, HandlerSignature.Display(method), context);
            options = options with { OnException = OnExceptionParser.Merge(own, exceptionsOfClass) };
        }
        else
        {
            OnExceptionParser.CheckRequest(method, context);
        }

        var arguments = HandlerSignature.Arguments(method, context);
        var (completion, value) = ReturnShapeParser.Unwrap(method);
        var published = new SortedSet<string>(StringComparer.Ordinal);
        var isBatch = BatchParser.TakesBatches(method);
        var batch = context.Fresh();
        if (isBatch)
        {
            BatchParser.Check(method, contract, value, options, batch);
        }

        if (batch.HasErrors)
        {
            context.Invalidate();
        }

        var returns = batch.HasErrors ? null
            : contract.Reply is { } reply ? ReturnShapeParser.ParseReply(value, method, contract, reply, context)
            : ReturnShapeParser.Parse(value, method, published, context);
        var narrowings = WhereParser.Parse(method, contract, context);
        var contentFilter = ContentFilterParser.Parse(attribute, method, contract, context);
        var partition = contract.Reply is null && BatchParser.MessageOf(method) is INamedTypeSymbol message
            ? PartitionParser.Parse(attribute, method, message, context)
            : null;
        if (contract.Reply is not null)
        {
            HandlerOptionsParser.CheckRequest(attribute, method, context);
        }
        else
        {
            HandlerOptionsParser.CheckConsumer(options, attribute, method, context);
            if (!isBatch)
            {
                HandlerOptionsParser.CheckSingle(attribute, method, context);
            }
        }

        if (context.HasErrors || arguments is null || returns is null)
        {
            return null;
        }

        var stub = new StubModel
        {
            Name = Identifiers.Escape(method.Name),
            StubName = method.Name,
            IsStatic = method.IsStatic,
            Display = HandlerSignature.Display(method),
            Contract = contract.Type.Name,
            IsBatch = isBatch,
            Arguments = arguments.Value,
            Completion = completion,
            Returns = returns,
            Options = options,
        };
        var route = new RouteRow
        {
            StubName = stub.StubName,
            Display = stub.Display,
            Contract = stub.Contract,
            Identity = contract.Identity,
            Reply = contract.Reply?.Name,
            Filters = contract.Subject.Narrow(narrowings),
            Narrowings = narrowings,
            ContentFilter = contentFilter,
            IsBatch = isBatch,
            Partition = partition,
            Options = options,
            Publishes = published.ToEquatableArray(),
        };
        return new HandlerMethodModel(stub, route);
    }
}
