/// Currencies by their symbols and codes.
enum KoreanCurrencies {
    static let all: PhraseTable<Currency> = {
        var all: [String: Currency] = [:]
        for (keys, name, cent) in table {
            for key in keys.split(separator: " ") {
                all[String(key)] = Currency(name, name, cent, cent)
                // Codes may be written in lower case, symbols have none.
                if key.utf8.count == 3 {
                    all[key.lowercased()] = Currency(name, name, cent, cent)
                }
            }
        }
        return PhraseTable(all)
    }()

    private static let table: [(String, String, String?)] = [
        ("₩ ￦ KRW", "원", nil), ("$ ＄ USD US$", "달러", "센트"), ("€ EUR", "유로", "센트"),
        ("£ GBP", "파운드", "펜스"), ("¥ ￥ JPY JP¥", "엔", nil), ("CNY RMB CN¥ 元", "위안", nil),
        ("HK$ HKD", "홍콩 달러", "센트"), ("NT$ TWD", "대만 달러", nil),
        ("A$ AU$ AUD", "호주 달러", "센트"), ("C$ CA$ CAD", "캐나다 달러", "센트"),
        ("S$ SG$ SGD", "싱가포르 달러", "센트"), ("NZ$ NZD", "뉴질랜드 달러", "센트"),
        ("CHF", "스위스 프랑", nil), ("₽ RUB", "루블", nil), ("₹ INR", "루피", nil),
        ("฿ THB", "바트", nil), ("₫ VND", "동", nil), ("₱ PHP", "페소", nil),
        ("MYR RM", "링깃", nil), ("IDR Rp", "루피아", nil), ("₺ TRY", "리라", nil),
        ("R$ BRL", "헤알", nil), ("MXN", "멕시코 페소", nil), ("SEK", "스웨덴 크로나", nil),
        ("NOK", "노르웨이 크로네", nil), ("DKK", "덴마크 크로네", nil), ("PLN zł", "즈워티", nil),
        ("CZK", "체코 코루나", nil), ("HUF", "포린트", nil), ("₪ ILS", "셰켈", nil),
        ("AED", "디르함", nil), ("SAR", "리얄", nil), ("ZAR", "랜드", nil), ("KZT", "텡게", nil),
        ("₴ UAH", "흐리우냐", nil), ("MNT ₮", "투그릭", nil), ("EGP", "이집트 파운드", nil),
        ("KPW", "북한 원", nil), ("₿ BTC", "비트코인", nil), ("ETH", "이더리움", nil),
    ]
}
