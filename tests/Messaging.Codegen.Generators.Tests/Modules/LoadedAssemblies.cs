using System.Reflection;
using System.Runtime.Loader;
using Messaging.Codegen.Generators.Tests.Caching;

namespace Messaging.Codegen.Generators.Tests.Modules;

/// <summary>Compiled projects, loaded beside the library that the tests use.</summary>
internal sealed class LoadedAssemblies : IDisposable
{
    private readonly AssemblyLoadContext _context = new("Compiled by a test", isCollectible: true);

    public LoadedAssemblies(params GeneratorRun[] projects)
    {
        foreach (var project in projects)
        {
            _context.LoadFromStream(new MemoryStream([.. project.ToImage()]));
        }
    }

    public Assembly Get(string name) => Assert.Single(_context.Assemblies, assembly => assembly.GetName().Name == name);

    public void Dispose() => _context.Unload();
}
