using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using MessagePack;
using Messaging.Codegen.Contracts;
using Messaging.Codegen.Serialization.Tests.Graphs;

namespace Messaging.Codegen.Serialization.Tests.ReaderContract;

/// <summary>A member with a key, which is a position or a name.</summary>
internal sealed record KeyedMember(object Key, MemberInfo Member, Type Type, bool IsRequired, bool IsNullable)
{
    public string Name => Member.Name;

    public string KeyPath => Key is string name ? $"[\"{name}\"]" : string.Create(CultureInfo.InvariantCulture, $"[{Key}]");

    public object? Get(object owner) => GraphEquality.Get(Member, owner);

    /// <summary>The member's value in its object.</summary>
    public PayloadNode Value(PayloadNode owner) => Key is int key
        ? owner.Children[key]
        : owner.Children[owner.Children.First(child => child.Index % 2 == 0 && Text(child) == (string)Key).Index + 1];

    public static IReadOnlyList<KeyedMember> Of(Type type)
    {
        IEnumerable<KeyedMember> members = GraphEquality.Members(type).Select(member => Of(type, member));
        return [.. members.OrderBy(member => member.Key as int?)];
    }

    private static string Text(PayloadNode node)
    {
        int header = node.Code >= 0xd9 ? 2 : 1;
        return Encoding.UTF8.GetString(node.Bytes[header..]);
    }

    private static KeyedMember Of(Type owner, MemberInfo member)
    {
        var context = new NullabilityInfoContext();
        (Type type, NullabilityInfo nullability) = member is PropertyInfo property
            ? (property.PropertyType, context.Create(property))
            : (((FieldInfo)member).FieldType, context.Create((FieldInfo)member));
        bool isNullable = nullability.ReadState == NullabilityState.Nullable;
        // Without a default of its own a parameter must be there, unless it may be null.
        bool isParameter = owner.GetConstructors().Any(constructor => constructor.GetParameters().Any(
            parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase) && !parameter.HasDefaultValue));
        KeyAttribute? key = member.GetCustomAttribute<KeyAttribute>();
        return new KeyedMember(
            key?.IntKey is { } number ? number : key?.StringKey ?? member.Name,
            member,
            type,
            member.IsDefined(typeof(RequiredMemberAttribute)) || (isParameter && !isNullable),
            isNullable);
    }
}
