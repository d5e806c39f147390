namespace Messaging.Codegen.Benchmarks.Payloads;

/// <summary>Words to make texts of.</summary>
internal static class Corpus
{
    public static string[] Latin { get; } =
    [
        "the", "of", "and", "order", "has", "been", "shipped", "to", "customer", "warehouse", "with", "delay", "because",
        "weather", "is", "bad", "north", "river", "Monday", "please", "sign", "for", "parcel", "at", "door", "a", "box",
    ];

    public static string[] Accented { get; } =
    [
        "été", "garçon", "où", "à", "façade", "Müller", "größer", "señor", "niño", "crème", "brûlée", "naïve", "château",
        "français", "élève", "déjà", "Ångström", "smörgåsbord", "le", "la", "de", "pour", "avec", "coração",
    ];

    public static string[] Cyrillic { get; } =
    [
        "заказ", "отправлен", "покупателю", "со", "склада", "сегодня", "утром", "посылка", "придёт", "в", "понедельник",
        "река", "север", "погода", "и", "дверь", "большой", "город",
    ];

    public static string[] Chinese { get; } =
    [
        "订单", "已经", "发货", "仓库", "今天", "早上", "包裹", "星期一", "到达", "客户", "请", "签收", "北方", "天气", "不好",
    ];

    public static string[] Emoji { get; } =
    [
        "great", "😀", "🎉", "thanks", "👍🏽", "so", "happy", "❤️", "🚀", "arrived", "early", "📦", "five", "⭐",
    ];
}
