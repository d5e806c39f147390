using Messaging.Codegen.Contracts;

namespace Messaging.Codegen.Fuzz;

/// <summary>Inputs to start with: the simplest message of each contract and a few random ones.</summary>
internal static class Seeds
{
    private const int PerContract = 6;
    private const int MaxPayload = 400;

    public static IEnumerable<byte[]> All()
    {
        for (int i = 0; i < ContractCase.All.Count; i++)
        {
            ContractCase contract = ContractCase.All[i];
            yield return [(byte)i, .. contract.Write(contract.Make(new Choices([])))];
            int taken = 0;
            for (ulong seed = 0; seed < 300 && taken < PerContract; seed++)
            {
                byte[] payload = contract.Write(contract.Make(new Choices(seed)));
                if (payload.Length > MaxPayload)
                    continue;
                taken++;
                yield return [(byte)i, .. payload];
            }
        }
    }

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        int number = 0;
        foreach (byte[] input in All())
            File.WriteAllBytes(Path.Combine(folder, $"seed-{number++:000}"), input);
    }
}
