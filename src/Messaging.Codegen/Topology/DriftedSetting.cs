using System.Globalization;

namespace Messaging.Codegen.Topology;

/// <summary>A setting that the broker has otherwise than it is declared.</summary>
/// <param name="Name">The setting, by the name that its attribute gives it.</param>
/// <param name="Declared">The declared value.</param>
/// <param name="Actual">The broker's value.</param>
/// <param name="IsChangeable">False when it is fixed from the creation on.</param>
internal sealed record DriftedSetting(string Name, string Declared, string Actual, bool IsChangeable)
{
    /// <summary>Adds the setting to <paramref name="drifted"/> when its two values differ.</summary>
    public static void Compare<T>(List<DriftedSetting> drifted, string name, T declared, T actual, bool isChangeable = true)
    {
        if (!EqualityComparer<T>.Default.Equals(declared, actual))
        {
            drifted.Add(new(name, Format(declared), Format(actual), isChangeable));
        }
    }

    /// <summary>The line for a <see cref="TopologyException"/>.</summary>
    /// <param name="subject">The stream or consumer.</param>
    /// <param name="explain">True to say of a fixed setting that it is fixed.</param>
    public string Describe(string subject, bool explain)
    {
        var remark = explain && !IsChangeable ? "; it cannot be changed on an existing one" : "";
        return $"{subject}: {Name} is {Actual}, declared {Declared}{remark}";
    }

    private static string Format<T>(T value) => value switch
    {
        null => "unlimited",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
