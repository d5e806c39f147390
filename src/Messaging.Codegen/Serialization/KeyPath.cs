namespace Messaging.Codegen.Serialization;

/// <summary>Finds the key path of a place in a payload by walking the payload again; used only when an exception is made.</summary>
internal static class KeyPath
{
    /// <summary>Path of the token that begins at <paramref name="offset"/>, or of the place where the payload breaks off before that.</summary>
    public static string At(ReadOnlySpan<byte> payload, int offset)
    {
        var walk = new PayloadWalk(payload);
        while (walk.Position < offset && walk.MoveNext())
        {
        }
        return walk.RenderPath();
    }

    /// <summary>Path of the token that ends in front of <paramref name="offset"/>.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="offset">Where a read has stopped.</param>
    /// <param name="start">Where that token begins.</param>
    public static string EndingAt(ReadOnlySpan<byte> payload, int offset, out int start)
    {
        var walk = new PayloadWalk(payload);
        start = 0;
        string path = "";
        while (walk.Position < offset)
        {
            start = walk.Position;
            if (walk.NextEnd >= offset)
                path = walk.RenderPath();
            if (!walk.MoveNext())
                break;
        }
        return path;
    }

    /// <summary>
    /// Path of member <paramref name="key"/>, which a reader standing at <paramref name="offset"/> has found absent: its nil or its array's header
    /// has just been read, or else its array ends here. Several arrays may end at one place; the innermost one that is exactly
    /// <paramref name="key"/> long is taken, else the innermost one that is too short.
    /// </summary>
    public static string OfMissing(ReadOnlySpan<byte> payload, int offset, int key)
    {
        var walk = new PayloadWalk(payload);
        while (walk.Position < offset && walk.NextEnd < offset && walk.MoveNext())
        {
        }
        return walk.RenderMissing(key);
    }
}
