using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Messaging.Codegen.Facts;

/// <summary>Reads the facts that an assembly carries from its file. The assembly is not loaded, and nothing in it runs.</summary>
public static class AssemblyFacts
{
    private const ushort Prolog = 1; // of a custom attribute's value: ECMA-335, II.23.3

    /// <summary>The lines of all <see cref="MessagingFactAttribute"/> of an assembly.</summary>
    /// <param name="assembly">The file's content; it must be seekable, and is left open.</param>
    /// <returns>The lines in the order in which the file has them.</returns>
    /// <exception cref="BadImageFormatException">The file is no .NET assembly.</exception>
    public static IReadOnlyList<string> Read(Stream assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var file = new PEReader(assembly, PEStreamOptions.LeaveOpen);
        if (!file.HasMetadata)
        {
            throw new BadImageFormatException("The file has no .NET metadata.");
        }

        var metadata = file.GetMetadataReader();
        var lines = new List<string>();
        foreach (var handle in metadata.CustomAttributes)
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Parent.Kind == HandleKind.AssemblyDefinition && IsFact(metadata, attribute.Constructor))
            {
                var value = metadata.GetBlobReader(attribute.Value);
                if (value.ReadUInt16() == Prolog && value.ReadSerializedString() is { } line)
                {
                    lines.Add(line);
                }
            }
        }

        return lines;
    }

    private static bool IsFact(MetadataReader metadata, EntityHandle constructor)
    {
        if (constructor.Kind != HandleKind.MemberReference)
        {
            return false;
        }

        var type = metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
        if (type.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        var reference = metadata.GetTypeReference((TypeReferenceHandle)type);
        return metadata.StringComparer.Equals(reference.Name, nameof(MessagingFactAttribute))
            && metadata.StringComparer.Equals(reference.Namespace, "Messaging.Codegen");
    }
}
