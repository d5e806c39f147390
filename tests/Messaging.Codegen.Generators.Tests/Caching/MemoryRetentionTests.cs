using System.Runtime.CompilerServices;
using Messaging.Codegen.Generators.Tests.Handlers;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Tests.Caching;

public sealed class MemoryRetentionTests
{
    [Fact]
    public void An_old_compilation_is_not_kept_alive()
    {
        var project = ShopSource.With("""
            [assembly: Stream("ORDERS", "orders.>")]
            namespace Shop;
            public sealed class Billing { [Handler("billing")] public PaymentRequested? Handle(OrderPlaced order) => null; }
            """).WithProperty("MessagingComposition", "true");
        var (old, driver) = RunTwice(project);
        for (var i = 0; i < 10 && IsAlive(old); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(IsAlive(old), "The driver still holds the compilation that it ran on first.");
        GC.KeepAlive(driver);
    }

    // A method of its own: the discarded target would stay on the caller's stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsAlive(WeakReference<Compilation> reference) => reference.TryGetTarget(out _);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference<Compilation> Old, GeneratorDriver Driver) RunTwice(TestProject project)
    {
        var old = project.ToCompilation();
        var driver = GeneratorRun.CreateDriver(project, isTracked: false).RunGenerators(old);
        Assert.NotEmpty(driver.GetRunResult().GeneratedTrees);

        // Every tree is parsed again, so that nothing of the first compilation is shared.
        driver = driver.RunGenerators(project.With("More.cs", "internal static class More;").ToCompilation());
        Assert.NotEmpty(driver.GetRunResult().GeneratedTrees);
        return (new WeakReference<Compilation>(old), driver);
    }
}
