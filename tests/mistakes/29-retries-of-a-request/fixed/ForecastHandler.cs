using Messaging.Codegen;

namespace Weather;

public sealed class ForecastHandler
{
    [Handler("forecasts")]
    public Task<Forecast> HandleAsync(GetForecast request, CancellationToken cancellationToken) =>
        Task.FromResult(new Forecast(request.City.Length));
}
