using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Numerics;
using System.Text;
using Messaging.Codegen.Contracts;

namespace Messaging.Codegen.Serialization.Tests.ReaderContract;

/// <summary>
/// Each rule is proved for each member of each contract, so that it is proved for each type that is here. Whoever adds a type to the serializer adds it
/// to a contract and to this list.
/// </summary>
public sealed class TypeCoverageTests
{
    private static readonly Type[] Types =
    [
        typeof(bool), typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(float),
        typeof(double), typeof(char), typeof(string), typeof(decimal), typeof(Half), typeof(Int128), typeof(UInt128), typeof(BigInteger), typeof(Complex),
        typeof(Rune), typeof(Vector2), typeof(Vector3), typeof(Vector4), typeof(Quaternion), typeof(Matrix3x2), typeof(Matrix4x4), typeof(Guid),
        typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(Uri), typeof(Version), typeof(BitArray),
        typeof(StringBuilder), typeof(Nullable<>), typeof(byte[]), typeof(int[]), typeof(int[][]), typeof(int[,]), typeof(string[,,]), typeof(byte[,,,]),
        typeof(List<>), typeof(LinkedList<>), typeof(Queue<>), typeof(Stack<>), typeof(HashSet<>), typeof(SortedSet<>), typeof(Dictionary<,>),
        typeof(SortedDictionary<,>), typeof(SortedList<,>), typeof(OrderedDictionary<,>), typeof(ConcurrentBag<>), typeof(ConcurrentQueue<>),
        typeof(ConcurrentStack<>), typeof(ConcurrentDictionary<,>), typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableQueue<>),
        typeof(ImmutableStack<>), typeof(ImmutableHashSet<>), typeof(ImmutableSortedSet<>), typeof(ImmutableDictionary<,>),
        typeof(ImmutableSortedDictionary<,>), typeof(IImmutableList<>), typeof(IImmutableQueue<>), typeof(IImmutableStack<>), typeof(IImmutableSet<>),
        typeof(IImmutableDictionary<,>), typeof(FrozenSet<>), typeof(FrozenDictionary<,>), typeof(ReadOnlyMemory<>), typeof(Memory<>),
        typeof(ReadOnlySequence<>), typeof(ArraySegment<>), typeof(Collection<>), typeof(ReadOnlyCollection<>), typeof(ObservableCollection<>),
        typeof(ReadOnlyObservableCollection<>), typeof(ReadOnlyDictionary<,>), typeof(ReadOnlySet<>), typeof(IEnumerable<>), typeof(ICollection<>),
        typeof(IList<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>), typeof(ISet<>), typeof(IReadOnlySet<>), typeof(IDictionary<,>),
        typeof(IReadOnlyDictionary<,>), typeof(ILookup<,>), typeof(IGrouping<,>), typeof(KeyValuePair<,>), typeof(Tuple<>), typeof(Tuple<,>),
        typeof(Tuple<,,,,,,,>), typeof(ValueTuple<>), typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,,,,>), typeof(ValueTuple<,,,,,,,>),
    ];

    [Fact]
    public void Every_type_is_in_a_contract()
    {
        HashSet<Type> found = [];
        foreach (ContractCase contract in ContractCase.All)
        {
            foreach (KeyedMember member in KeyedMember.Of(contract.Type))
                Collect(member.Type, found);
        }
        Assert.DoesNotContain(Types, type => !found.Contains(type));
    }

    [Fact]
    public void Every_underlying_type_of_an_enum_is_in_a_contract() =>
        Assert.Superset(
            new HashSet<Type> { typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong) },
            KeyedMember.Of(typeof(Enums)).Where(member => member.Type.IsEnum).Select(member => Enum.GetUnderlyingType(member.Type)).ToHashSet());

    private static void Collect(Type type, HashSet<Type> found)
    {
        if (!found.Add(type))
            return;
        if (type.HasElementType)
            Collect(type.GetElementType()!, found);
        if (!type.IsGenericType)
            return;
        found.Add(type.GetGenericTypeDefinition());
        foreach (Type argument in type.GetGenericArguments())
            Collect(argument, found);
    }
}
