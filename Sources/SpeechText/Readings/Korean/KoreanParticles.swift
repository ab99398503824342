/// Particles whose form depends on the sound before them.
enum KoreanParticles {
    /// The form behind a consonant and the one behind a vowel.
    private static let pairs = [
        ("이", "가"), ("은", "는"), ("을", "를"), ("과", "와"), ("으로", "로"), ("이나", "나"),
        ("이랑", "랑"), ("이며", "며"), ("이란", "란"),
    ]

    static func isParticle(_ word: String) -> Bool {
        pairs.contains { $0.0 == word || $0.1 == word }
    }

    /// The particle as it goes with these words; other text stays.
    static func agreeing(_ particle: String, with words: String) -> String {
        guard let pair = pairs.first(where: { $0.0 == particle || $0.1 == particle }),
            let last = words.unicodeScalars.last, last.isHangul
        else { return particle }
        // 28 finals to each pair of initial and vowel; the eighth is ㄹ.
        let final = (last.value - 0xAC00) % 28
        let isOpen = final == 0 || final == 8 && pair.1 == "로"
        return isOpen ? pair.1 : pair.0
    }
}
