using MessagePack;
using Messaging.Codegen;

namespace Weather;

[Message("weather.forecast")]
public sealed partial record GetForecast([property: Key(0)] string City) : IRequest<Forecast>;

[Message("weather.forecast-reply")]
public sealed partial record Forecast([property: Key(0)] int Celsius);
