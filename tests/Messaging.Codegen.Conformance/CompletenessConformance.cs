using System.Reflection;

namespace Messaging.Codegen.Conformance;

/// <summary>A transport runs every group that it has to pass.</summary>
public abstract class CompletenessConformance<TFixture>
    where TFixture : TransportFixture, new()
{
    [Fact]
    public void Every_required_group_is_run()
    {
        var run = GetType().Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, BaseType.IsGenericType: true } && type.BaseType.GenericTypeArguments.Contains(typeof(TFixture)))
            .Select(type => type.BaseType!.GetGenericTypeDefinition())
            .ToHashSet();

        var missing = typeof(CompletenessConformance<>).Assembly.GetTypes()
            .Where(type => type.IsAbstract && type.Name.EndsWith("Conformance`1", StringComparison.Ordinal) && IsRequired(type))
            .Where(type => !run.Contains(type))
            .Select(type => type.Name);

        Assert.Empty(missing);
    }

    private static bool IsRequired(Type group) =>
        group.GetCustomAttribute<RequiresAttribute>() is not { } requirement
            || (new TFixture().Capabilities & requirement.Capability) == requirement.Capability;
}
