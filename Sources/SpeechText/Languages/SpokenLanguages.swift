import Orpheus

/// The rules there are.
enum SpokenLanguages {
    static func rules(
        for language: Voice.Language, normalization: Normalization
    ) -> any SpokenLanguage {
        let spoken = spoken(language)
        return normalization == .automatic ? spoken : PlainLanguage(sentences: spoken)
    }

    private static func spoken(_ language: Voice.Language) -> any SpokenLanguage {
        switch language {
        case .en: english
        case .de: german
        case .fr: french
        case .es: spanish
        case .it: italian
        case .zh: chinese
        case .hi: hindi
        case .ko: korean
        }
    }

    // Each is made when it is first asked for, with its tables.
    private static let english = English()
    private static let german = German()
    private static let french = French()
    private static let spanish = Spanish()
    private static let italian = Italian()
    private static let chinese = Chinese()
    private static let hindi = Hindi()
    private static let korean = Korean()
}
