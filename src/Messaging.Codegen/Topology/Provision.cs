namespace Messaging.Codegen;

/// <summary>What a service does at start about the streams and consumers that it declares.</summary>
public enum Provision
{
    /// <summary>
    /// Creates what is missing, adds its own subjects to a stream that exists (never removes any), and leaves other settings alone:
    /// a setting that differs fails the start with its name and both values.
    /// </summary>
    Create = 0,

    /// <summary>As <see cref="Create"/>, and changes settings that differ where the server allows it.</summary>
    CreateOrUpdate = 1,

    /// <summary>Changes nothing; whatever is missing or differs fails the start, all of it listed.</summary>
    Verify = 2,

    /// <summary>Neither creates nor checks.</summary>
    None = 3,
}
