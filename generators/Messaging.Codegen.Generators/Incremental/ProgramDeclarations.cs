using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.Generators.Incremental;

/// <summary>
/// Says whether what a parser found at a type is still true after an edit, without asking the compiler, which knows nothing of a program anew after each edit and
/// takes most of a keystroke to find it out again.
/// </summary>
/// <remarks>
/// What can be found at a type depends on the references, on the names of all types and namespaces (a new one may hide another), and on the text of the files that
/// its declarations lead to: a name in a file leads to every file that declares a type of that name. That is more than needed, never less.
/// </remarks>
internal sealed class ProgramDeclarations
{
    private static readonly ConditionalWeakTable<Compilation, ProgramDeclarations> Known = new();
    private static readonly ConditionalWeakTable<object, object> Numbers = new();
    private static long _lastNumber;

    private readonly Dictionary<SyntaxTree, int> _files = [];
    private readonly FileDeclarations[] _declarations;
    private readonly Dictionary<string, List<int>> _declaring = new(StringComparer.Ordinal);
    private readonly List<int> _concerningAll = [];
    private readonly int[]?[] _neighbours;
    private readonly StrongBox<long>?[] _states;
    private readonly long _common;

    private ProgramDeclarations(Compilation compilation, CancellationToken cancellationToken)
    {
        _common = StateHash.Mix(NumberOf(compilation.Options), StringComparer.Ordinal.GetHashCode(compilation.AssemblyName ?? ""));
        foreach (var reference in compilation.References)
        {
            _common = StateHash.Mix(_common, NumberOf(reference));
        }

        var trees = compilation.SyntaxTrees.ToArray();
        _declarations = FileDeclarations.Of(trees, compilation.Options.ConcurrentBuild, cancellationToken);
        _neighbours = new int[trees.Length][];
        _states = new StrongBox<long>[trees.Length];
        for (var i = 0; i < trees.Length; i++)
        {
            var file = _declarations[i];
            _files[trees[i]] = i;
            _common = StateHash.Mix(_common, file.Names);
            HasGlobalAlias |= file is { ConcernsAll: true, HasAlias: true };
            if (file.ConcernsAll)
            {
                _concerningAll.Add(i);
            }

            foreach (var name in file.DeclaredTypes)
            {
                if (!_declaring.TryGetValue(name, out var files))
                {
                    _declaring[name] = files = new(capacity: 1);
                }

                files.Add(i);
            }
        }
    }

    /// <summary>True when an attribute may have another name in every file.</summary>
    public bool HasGlobalAlias { get; }

    /// <summary>The types of the program that carry attributes, or whose members do.</summary>
    public IEnumerable<TypeDeclarationSyntax> AnnotatedTypes => _declarations.SelectMany(static file => file.AnnotatedTypes);

    /// <summary>The declarations of <paramref name="compilation"/>.</summary>
    public static ProgramDeclarations Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(compilation, out var known))
        {
            return known;
        }

        var declarations = new ProgramDeclarations(compilation, cancellationToken);
        return Known.GetValue(compilation, _ => declarations);
    }

    /// <summary>Two programs that give the same number for the same file give the same answers to questions about its declarations.</summary>
    public long StateAround(SyntaxTree tree)
    {
        var file = _files[tree];
        if (Volatile.Read(ref _states[file]) is not { } state)
        {
            state = new StrongBox<long>(FindStateAround(file));
            Volatile.Write(ref _states[file], state);
        }

        return state.Value;
    }

    private long FindStateAround(int start)
    {
        var state = _common;
        var seen = new HashSet<int>();
        var open = new Stack<int>(_concerningAll);
        open.Push(start);
        while (open.Count > 0)
        {
            var file = open.Pop();
            if (!seen.Add(file))
            {
                continue;
            }

            state = StateHash.Mix(state, _declarations[file].Text);
            foreach (var next in NeighboursOf(file))
            {
                open.Push(next);
            }
        }

        return state;
    }

    private int[] NeighboursOf(int file)
    {
        if (Volatile.Read(ref _neighbours[file]) is { } known)
        {
            return known;
        }

        var neighbours = new HashSet<int>();
        foreach (var name in _declarations[file].Mentioned)
        {
            Add(name);
            Add(name + "Attribute");
        }

        neighbours.Remove(file);
        var result = neighbours.ToArray();
        Volatile.Write(ref _neighbours[file], result);
        return result;

        void Add(string name)
        {
            if (_declaring.TryGetValue(name, out var files))
            {
                neighbours.UnionWith(files);
            }
        }
    }

    /// <summary>A number that no other object ever has, so that nothing need be kept alive to be recognized.</summary>
    private static long NumberOf(object item) => (long)Numbers.GetValue(item, static _ => Interlocked.Increment(ref _lastNumber));
}
