import Orpheus

/// The rules there are.
enum SpokenLanguages {
    static func rules(
        for language: Voice.Language, normalization: Normalization
    ) -> any SpokenLanguage {
        let spoken = spoken(language)
        guard normalization == .automatic, let spoken else {
            return PlainLanguage(sentences: spoken)
        }
        return spoken
    }

    private static func spoken(_ language: Voice.Language) -> (any SpokenLanguage)? {
        switch language {
        case .en: English()
        case .de: German()
        case .fr: French()
        case .es: Spanish()
        case .it: Italian()
        case .zh: Chinese()
        case .hi: Hindi()
        case .ko: Korean()
        }
    }
}
