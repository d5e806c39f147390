using System.Runtime.CompilerServices;
using Messaging.Codegen.Benchmarks;
using Messaging.Codegen.Benchmarks.Contestants;
using Messaging.Codegen.Benchmarks.Measuring;

if (args is ["--help" or "-h"])
{
    Console.WriteLine(Options.Help);
    return 0;
}

if (RuntimeFeature.IsDynamicCodeSupported && args is ["bdn", ..])
{
    SerializerBenchmarks.Run(args is ["bdn", var filter] ? ["--filter", filter] : args is ["bdn"] ? ["--filter", "*"] : args[1..]);
    return 0;
}

try
{
    return Session.Run(Options.Parse(args));
}
catch (FormatException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
