using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Decides what the container supplies for a parameter.</summary>
internal static class ServiceParser
{
    /// <summary>The service for <paramref name="parameter"/>; null, and <paramref name="rule"/>, when the container can have none.</summary>
    /// <param name="parameter">A parameter of a handler or of its constructor.</param>
    /// <param name="owner">What the diagnostic names.</param>
    /// <param name="rule">The rule to report, with the owner and the reason.</param>
    /// <param name="context">Takes the errors.</param>
    public static ArgumentModel? Parse(IParameterSymbol parameter, string owner, DiagnosticDescriptor rule, ParseContext context)
    {
        if ((FindError(parameter) ?? Reachability.ExplainAny(parameter.Type, context.Compilation)) is { } error)
        {
            context.Error(rule, context.Locate(parameter), owner, error);
            return null;
        }

        if (parameter.Type.Is(KnownTypes.IServiceProvider))
        {
            return new ArgumentModel(ArgumentKind.ServiceProvider);
        }

        var type = parameter.Type.ToTypeRef();
        var key = parameter.Attribute(KnownTypes.FromKeyedServicesAttribute) is { ConstructorArguments: [var constant] }
            ? Literals.Of(constant)
            : null;
        return new ArgumentModel(ArgumentKind.Service, type.Name, type.IsValueType, key, Default(parameter));
    }

    private static string? FindError(IParameterSymbol parameter)
    {
        var type = parameter.Type;
        if (parameter.RefKind != RefKind.None)
        {
            return $"the parameter '{parameter.Name}' is passed by reference";
        }

        if (parameter.IsParams)
        {
            return $"the parameter '{parameter.Name}' is 'params'; declare a plain collection";
        }

        if (type.IsRefLikeType || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic or TypeKind.TypeParameter)
        {
            return $"'{type.DisplayName()}', the type of the parameter '{parameter.Name}', cannot be a service";
        }

        if (parameter.Has(KnownTypes.ServiceKeyAttribute))
        {
            return $"the parameter '{parameter.Name}' asks for the key of its service, but handlers have none";
        }

        if (parameter.Attribute(KnownTypes.FromKeyedServicesAttribute) is { } keyed)
        {
            return keyed.ConstructorArguments is [{ Kind: not TypedConstantKind.Array }]
                ? null
                : $"the parameter '{parameter.Name}' needs a constant key in [FromKeyedServices]";
        }

        return type.SpecialType is not (SpecialType.None or SpecialType.System_IDisposable) && !parameter.HasExplicitDefaultValue
            && type.TypeKind is TypeKind.Struct or TypeKind.Class
                ? $"'{type.DisplayName()}', the type of the parameter '{parameter.Name}', cannot be a service; wrap the value in a type of its own"
                : null;
    }

    private static string? Default(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue ? Literals.Of(parameter.ExplicitDefaultValue, parameter.Type) : null;
}
