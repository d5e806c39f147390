namespace Messaging.Codegen.Tests.Contracts;

internal sealed partial class Samples
{
    public PrivateParts PrivateParts() => new()
    {
        Vault = Boolean() ? Vault.Make((int)Number(), Text(), Boolean() ? List(() => (int)Number()) : null, Guid()) : null,
        Coin = Coin(),
        Maybe = Maybe(Coin),
        Text = Boolean() ? Box<string>.Make(Text(), MaybeText()) : null,
        Numbers = List(() => Box<int>.Make((int)Number(), (int)Number())),
        Diary = Boolean() ? Diary.Make(Text()) : null,
    };

    public AuditedOrder AuditedOrder()
    {
        var order = new AuditedOrder { Number = (int)Number() };
        order.Touch(Text(), (int)Number());
        return order;
    }

    public Shapes Shapes() => new(Boolean() ? new Dog(Text(), (int)Number(), Text()) { IsGood = Boolean(), Legs = 3 } : null, Boolean() ? new Animal(Text()) : null)
    {
        Window = Boolean() ? new Window((int)Number(), 2, Text()) { IsOpen = Boolean() } : null,
        Mixed = new Mixed((int)Number(), MaybeText()) { C = Number(), D = Double() },
        Complete = Boolean() ? new Complete(Text()) { Count = 4 } : null,
        Entry = Boolean() ? new(1, new(Guid(), MaybeText())) { Others = new Page<int> { Items = [1], Total = 1 } } : null,
        Result = _random.Next(3) switch { 0 => null, 1 => new Found((int)Number()), _ => new Lost(Text()) },
    };

    private Coin Coin() => Contracts.Coin.Make((int)Number(), MaybeText());
}
