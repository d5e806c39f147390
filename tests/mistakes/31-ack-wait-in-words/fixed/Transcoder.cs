using Messaging.Codegen;

namespace Video;

public sealed class Transcoder
{
    [Handler("transcoder", AckWait = "30s", Concurrency = 2)]
    public Task HandleAsync(VideoUploaded video, CancellationToken cancellationToken) => Task.Delay(TimeSpan.FromMinutes(3), cancellationToken);
}
