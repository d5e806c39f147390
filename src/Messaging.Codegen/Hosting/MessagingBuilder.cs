using System.Diagnostics.CodeAnalysis;
using Messaging.Codegen.Routing;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Messaging.Codegen;

/// <summary>Sets a service's messaging up: a transport, modules, options.</summary>
public sealed class MessagingBuilder
{
    private readonly MessagingModel _model;
    private readonly HashSet<Type> _modules = [];

    internal MessagingBuilder(IServiceCollection services, MessagingModel model, MessagingOptions options)
    {
        Services = services;
        _model = model;
        Options = options;
    }

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The options.</summary>
    public MessagingOptions Options { get; }

    /// <summary>Adds what an assembly contributes. Adding a module again does nothing.</summary>
    /// <typeparam name="TModule">The emitted module.</typeparam>
    public MessagingBuilder AddModule<TModule>()
        where TModule : IMessagingModule
    {
        if (_modules.Add(typeof(TModule)))
        {
            TModule.Register(new ModuleBuilder(Services, _model));
        }

        return this;
    }

    /// <summary>Sets the transport. The last call counts.</summary>
    /// <param name="create">Makes the transport; called once.</param>
    public MessagingBuilder UseTransport(Func<IServiceProvider, ITransport> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.Replace(ServiceDescriptor.Singleton(create));
        return this;
    }

    /// <summary>Adds a filter that runs around every handler, inside those that were added before.</summary>
    /// <typeparam name="TFilter">The filter; a singleton.</typeparam>
    public MessagingBuilder AddFilter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFilter>()
        where TFilter : class, IConsumeFilter
    {
        Services.AddSingleton<IConsumeFilter, TFilter>();
        return this;
    }

    /// <summary>Adds a filter that exists already.</summary>
    /// <param name="filter">The filter.</param>
    public MessagingBuilder AddFilter(IConsumeFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        Services.AddSingleton(filter);
        return this;
    }
}
