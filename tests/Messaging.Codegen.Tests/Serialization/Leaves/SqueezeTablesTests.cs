using Messaging.Codegen.Serialization.Leaves;

namespace Messaging.Codegen.Tests.Serialization.Leaves;

public class SqueezeTablesTests
{
    [Fact]
    public void Entries_list_the_kept_bytes_in_order()
    {
        Assert.Equal("02030e0f808080808080808080808080", Entry(SqueezeTables.Lanes16, 0b1000_0010));
        Assert.Equal("80808080808080808080808080808080", Entry(SqueezeTables.Lanes16, 0));
        Assert.Equal("000203040506070809080a0b0c0d0e0f"[..16], Entry(SqueezeTables.OneOrTwoBytes, 0b0000_0001)[..16]);
        Assert.Equal("00020406080a0c0e8080808080808080", Entry(SqueezeTables.OneOrTwoBytes, 0xff));
        Assert.Equal("0001020405060809" + "0a0c0d0e80808080", Entry(SqueezeTables.OneToThreeBytes, 0));
        Assert.Equal("020506" + "08090a0c0d0e" + "80808080808080", Entry(SqueezeTables.OneToThreeBytes, 0b0001_0011));
    }

    private static string Entry(byte[] table, int mask) =>
        Convert.ToHexStringLower(table, mask * SqueezeTables.EntryBytes, SqueezeTables.EntryBytes);
}
