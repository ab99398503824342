/// Shortened words and marks that Korean says in full.
enum KoreanAbbreviations {
    static let words: PhraseTable<String> = {
        var all = [
            "no.": "넘버", "vs": "대", "vs.": "대", "dr.": "닥터", "mr.": "미스터",
            "mrs.": "미세스",
            "ms.": "미즈", "prof.": "프로페서", "jr.": "주니어", "st.": "세인트", "vol.": "볼륨",
            "ver.": "버전", "tel.": "전화", "Tel": "전화", "TEL": "전화", "fax.": "팩스",
            "FAX": "팩스",
            "etc.": "등등", "feat.": "피처링", "ft.": "피처링", "Co.,Ltd.": "주식회사",
            "Q&A": "큐앤에이", "R&D": "알앤디", "M&A": "엠앤에이", "B&B": "비앤비",
            "A/S": "에이에스",
            "S&P": "에스앤피", "AT&T": "에이티앤티", "P&G": "피앤지", "K-POP": "케이팝",
            "K-pop": "케이팝", "Wi-Fi": "와이파이", "wi-fi": "와이파이", "e.g.": "예를 들어",
            "i.e.": "즉", "R&B": "알앤비", "D-day": "디데이", "D-DAY": "디데이", "PC방": "피시방",
        ]
        let roman = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ", "Ⅶ", "Ⅷ", "Ⅸ", "Ⅹ", "Ⅺ", "Ⅻ"]
        for (index, figure) in roman.enumerated() {
            all[figure] = KoreanNumbers.cardinal(index + 1)
            all[figure.lowercased()] = KoreanNumbers.cardinal(index + 1)
        }
        return PhraseTable(all)
    }()

    static let symbols: PhraseTable<String> = {
        var all = [
            "&": " 앤드 ", "＆": " 앤드 ", "%": " 퍼센트", "％": " 퍼센트", "‰": " 퍼밀",
            "+": " 플러스 ", "＋": " 플러스 ", "=": " 는 ", "@": " 골뱅이 ", "#": " 샵 ",
            "№": " 넘버 ",
            "±": " 플러스 마이너스 ", "≤": " 이하 ", "≥": " 이상 ", "≠": " 같지 않음 ", "≈": " 약 ",
            "∞": " 무한대 ", "π": " 파이 ", "°": " 도 ", "₩": " 원 ", "￦": " 원 ", "$": " 달러 ",
            "€": " 유로 ", "£": " 파운드 ", "§": " 섹션 ", "©": " 저작권 ", "㈜": " 주식회사 ",
            "(주)": "주식회사 ", "(유)": "유한회사 ", "(재)": "재단법인 ", "(사)": "사단법인 ",
            "℡": " 전화 ", "☎": " 전화 ", "㉿": " 케이에스 ",
        ]
        let circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
        for (index, mark) in circled.enumerated() {
            all[String(mark)] = " " + KoreanNumbers.cardinal(index + 1) + " "
        }
        return PhraseTable(all)
    }()
}
