using Messaging.Codegen.Publishing;
using Messaging.Codegen.Requests;
using Messaging.Codegen.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Messaging.Codegen;

/// <summary>Takes the registrations of a module. Emitted code calls it; an application rarely does.</summary>
public sealed class ModuleBuilder
{
    private readonly MessagingModel _model;

    internal ModuleBuilder(IServiceCollection services, MessagingModel model)
    {
        Services = services;
        _model = model;
    }

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Declares a stream. The same name from several modules merges subjects; other settings must agree.</summary>
    /// <param name="stream">The stream.</param>
    public void AddStream(StreamDefinition stream) => _model.AddStream(stream);

    /// <summary>Declares a contract that this assembly defines, and how its publisher is made.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <typeparam name="TPublisher">The emitted publisher.</typeparam>
    /// <param name="create">Makes the publisher.</param>
    public void AddContract<T, TPublisher>(Func<PublishPipeline, TPublisher> create)
        where T : IMessage<T>
        where TPublisher : class, IPublisher<T>
    {
        ArgumentNullException.ThrowIfNull(create);
        _model.AddContract<T>();
        Services.TryAddSingleton(services => create(services.GetRequiredService<PublishPipeline>()));
        Services.TryAddSingleton<IPublisher<T>>(static services => services.GetRequiredService<TPublisher>());
    }

    /// <summary>Declares a request contract that this assembly defines.</summary>
    /// <typeparam name="TRequest">The request contract.</typeparam>
    /// <typeparam name="TReply">The reply contract.</typeparam>
    public void AddRequest<TRequest, TReply>()
        where TRequest : IMessage<TRequest>, IRequest<TReply>
        where TReply : IMessage<TReply>
    {
        _model.AddContract<TRequest>();
        Services.TryAddSingleton<IRequestClient<TRequest, TReply>>(
            static services => new RequestClient<TRequest, TReply>(services.GetRequiredService<RequestPipeline>()));
    }

    /// <summary>Adds a row to the routing table: messages on <paramref name="subject"/> are <typeparamref name="T"/> and go to the handler.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="subject">The subject or filter, narrowed by <see cref="WhereAttribute"/>.</param>
    /// <param name="options">What the attribute says.</param>
    /// <param name="handler">The emitted stub.</param>
    /// <param name="filter">The content filter, or null.</param>
    /// <param name="partition">
    /// Names the partition of a message by <see cref="PartitionKey"/>; null when the order does not matter. The same for all handlers of the contract
    /// that share a consumer.
    /// </param>
    public void AddRoute<T>(
        string subject, HandlerOptions options, MessageHandler<T> handler, Func<T, bool>? filter = null, Func<T, int>? partition = null)
        where T : IMessage<T>
        => _model.AddRoute(new PlainRoute<T>(subject, options, filter, partition).To(handler));

    /// <summary>Adds a row to the routing table whose handler takes several messages at once. It shares its consumer with no other handler.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="subject">The subject or filter, narrowed by <see cref="WhereAttribute"/>.</param>
    /// <param name="options">What the attribute says.</param>
    /// <param name="handler">The emitted stub.</param>
    /// <param name="filter">The content filter, or null; asked for each message.</param>
    /// <param name="partition">Names the partition of a message by <see cref="PartitionKey"/>; null when the order does not matter.</param>
    public void AddBatchRoute<T>(
        string subject, HandlerOptions options, BatchHandler<T> handler, Func<T, bool>? filter = null, Func<T, int>? partition = null)
        where T : IMessage<T>
        => _model.AddRoute(new PlainRoute<T>(subject, options, filter, partition).To(handler));

    /// <summary>
    /// Adds a row to the routing table for an older version of the contract that the handler takes: messages on <paramref name="subject"/> are
    /// <typeparamref name="TOld"/>, become <typeparamref name="T"/> and go to the handler.
    /// </summary>
    /// <typeparam name="TOld">The older version.</typeparam>
    /// <typeparam name="T">The version that is handled.</typeparam>
    /// <param name="subject">The subject or filter of the older version, narrowed by <see cref="WhereAttribute"/>.</param>
    /// <param name="upcast">Calls the methods with <see cref="UpcastAttribute"/> that lead from one to the other.</param>
    /// <param name="options">What the attribute says; the same object as for the rows of the other versions.</param>
    /// <param name="handler">The emitted stub.</param>
    /// <param name="filter">The content filter, or null.</param>
    /// <param name="partition">Names the partition of a message by <see cref="PartitionKey"/>; null when the order does not matter.</param>
    public void AddUpcastRoute<TOld, T>(
        string subject,
        Func<TOld, UpcastContext, T> upcast,
        HandlerOptions options,
        MessageHandler<T> handler,
        Func<T, bool>? filter = null,
        Func<T, int>? partition = null)
        where TOld : IMessage<TOld>
        where T : IMessage<T>
        => _model.AddRoute(new UpcastRoute<TOld, T>(subject, options, upcast, filter, partition).To(handler));

    /// <summary>Adds a row for an older version of the contract that a handler of batches takes. Its batches have messages of all versions.</summary>
    /// <typeparam name="TOld">The older version.</typeparam>
    /// <typeparam name="T">The version that is handled.</typeparam>
    /// <param name="subject">The subject or filter of the older version, narrowed by <see cref="WhereAttribute"/>.</param>
    /// <param name="upcast">Calls the methods with <see cref="UpcastAttribute"/> that lead from one to the other.</param>
    /// <param name="options">What the attribute says; the same object as for the rows of the other versions.</param>
    /// <param name="handler">The emitted stub.</param>
    /// <param name="filter">The content filter, or null; asked for each message.</param>
    /// <param name="partition">Names the partition of a message by <see cref="PartitionKey"/>; null when the order does not matter.</param>
    public void AddUpcastBatchRoute<TOld, T>(
        string subject,
        Func<TOld, UpcastContext, T> upcast,
        HandlerOptions options,
        BatchHandler<T> handler,
        Func<T, bool>? filter = null,
        Func<T, int>? partition = null)
        where TOld : IMessage<TOld>
        where T : IMessage<T>
        => _model.AddRoute(new UpcastRoute<TOld, T>(subject, options, upcast, filter, partition).To(handler));

    /// <summary>Adds the handler of a request.</summary>
    /// <typeparam name="TRequest">The request contract.</typeparam>
    /// <typeparam name="TReply">The reply contract.</typeparam>
    /// <param name="subject">The subject or filter.</param>
    /// <param name="options">What the attribute says.</param>
    /// <param name="handler">The emitted stub.</param>
    public void AddResponder<TRequest, TReply>(string subject, HandlerOptions options, RequestHandler<TRequest, TReply> handler)
        where TRequest : IMessage<TRequest>, IRequest<TReply>
        where TReply : IMessage<TReply>
        => _model.AddResponder(new Responder<TRequest, TReply>(subject, options, handler));
}
