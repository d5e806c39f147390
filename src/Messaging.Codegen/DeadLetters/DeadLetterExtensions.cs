using Messaging.Codegen.DeadLetters;
using Messaging.Codegen.Hosting;
using Messaging.Codegen.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Messaging.Codegen;

/// <summary>Adds the access to dead letters.</summary>
public static class DeadLetterExtensions
{
    /// <summary>
    /// Adds <see cref="IDeadLetters"/> to the services. What consumers give up is kept, and replays are served, whether or not this is called: it is for
    /// the process that looks at them.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static MessagingBuilder AddDeadLetters(this MessagingBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IDeadLetters>(static services => new DeadLetterQueue(
            services.GetRequiredService<MessagingRuntime>(), services.GetRequiredService<DeadLetterStore>(), services.GetRequiredService<PublishPipeline>(),
            services.GetRequiredService<TimeProvider>()));
        return builder;
    }
}
