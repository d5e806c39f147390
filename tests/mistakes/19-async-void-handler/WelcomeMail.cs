using Messaging.Codegen;

namespace Newsletter;

public sealed class WelcomeMail(MailClient client)
{
    [Handler("welcome-mail", MaxDeliver = 5)]
    public async void Handle(Subscribed subscribed, CancellationToken cancellationToken)
    {
        await client.SendAsync(subscribed.Email, $"Welcome, {subscribed.Name}", cancellationToken);
    }
}

public sealed class MailClient
{
    public Task SendAsync(string to, string text, CancellationToken cancellationToken) => Task.Delay(50, cancellationToken);
}
