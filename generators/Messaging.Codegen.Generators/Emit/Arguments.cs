using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the arguments of handlers and their constructors.</summary>
internal static class Arguments
{
    private const string Extensions = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions";
    private const string KeyedExtensions = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions";

    /// <summary>The call of <paramref name="function"/>: on one line, or, with services among the arguments, one argument a line.</summary>
    /// <param name="function">What stands before the parenthesis.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="services">The expression of the service provider.</param>
    public static string Call(string function, EquatableArray<ArgumentModel> arguments, string services)
    {
        var printed = arguments.Select(argument => Code(argument, services)).ToArray();
        return arguments.Any(static argument => argument.Kind == ArgumentKind.Service)
            ? function + "(\n    " + string.Join(",\n    ", printed) + ")"
            : function + "(" + string.Join(", ", printed) + ")";
    }

    /// <summary>The expression that gets a service that must be registered.</summary>
    public static string Required(string type, string services) => $"{Extensions}.GetRequiredService<{type}>({services})";

    private static string Code(ArgumentModel argument, string services) => argument.Kind switch
    {
        ArgumentKind.Message => "message",
        ArgumentKind.Batch => "batch",
        ArgumentKind.Context => "context",
        ArgumentKind.CancellationToken => "cancellationToken",
        ArgumentKind.ServiceProvider => services,
        _ => Service(argument, services),
    };

    private static string Service(ArgumentModel argument, string services) => argument switch
    {
        { Key: { } key, Default: null } => $"{KeyedExtensions}.GetRequiredKeyedService<{argument.Type}>({services}, {key})",
        { Key: { } key, IsValueType: false } => OrDefault($"{KeyedExtensions}.GetKeyedService<{argument.Type}>({services}, {key})", argument.Default),
        // A struct that is not registered cannot be told from one that is zero, so it has to be.
        { Key: { } key } => $"{KeyedExtensions}.GetRequiredKeyedService<{argument.Type}>({services}, {key})",
        { Default: null } => Required(argument.Type, services),
        { IsValueType: true } => $"{services}.GetService(typeof({argument.Type})) as {argument.Type}? ?? {argument.Default}",
        _ => OrDefault($"{Extensions}.GetService<{argument.Type}>({services})", argument.Default!),
    };

    private static string OrDefault(string service, string value) => value == "null" ? service + "!" : $"{service} ?? {value}";
}
