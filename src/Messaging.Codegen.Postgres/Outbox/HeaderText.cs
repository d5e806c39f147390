using System.Text;

namespace Messaging.Codegen.Postgres;

/// <summary>Headers as text, one <c>Name: value</c> a line: readable with any client of the database.</summary>
internal static class HeaderText
{
    public static string? Format(MessageHeaders? headers)
    {
        if (headers is null or { Count: 0 })
        {
            return null;
        }

        var lines = new StringBuilder();
        foreach (var (name, value) in headers)
        {
            lines.Append(name).Append(": ").Append(value).Append('\n');
        }

        return lines.ToString();
    }

    public static MessageHeaders? Parse(string? lines) => lines is null ? null : MessageHeaders.FromLines(Encoding.UTF8.GetBytes(lines));
}
