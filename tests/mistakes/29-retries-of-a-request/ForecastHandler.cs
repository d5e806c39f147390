using Messaging.Codegen;

namespace Weather;

public sealed class ForecastHandler
{
    [Handler("forecasts", MaxDeliver = 3, Backoff = ["1s", "5s"])]
    public Task<Forecast> HandleAsync(GetForecast request, CancellationToken cancellationToken) =>
        Task.FromResult(new Forecast(request.City.Length));
}
