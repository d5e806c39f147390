using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Testing.Tests;

internal static class ShopHost
{
    /// <summary>Starts the consumers of these names; none means billing, shipping and mailing.</summary>
    public static Task<MessagingTestHost> StartAsync(Action<Behaviour>? behave = null, params string[] consumers)
    {
        var behaviour = new Behaviour();
        behave?.Invoke(behaviour);
        string[] chosen = consumers.Length == 0 ? ["billing", "shipping", "mailing", "prices"] : consumers;
        return MessagingTestHost.StartAsync(
            messaging =>
            {
                messaging.AddModule<MessagingCodegenTestingTestsModule>();
                messaging.Options.ConsumerSelector = chosen.Contains;
            },
            services => services.AddSingleton(behaviour));
    }

    public static int Effects(this MessagingTestHost host) => host.Services.GetRequiredService<Behaviour>().Effects;
}
