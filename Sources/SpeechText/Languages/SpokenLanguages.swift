import Orpheus

/// The rules there are.
enum SpokenLanguages {
    static func rules(
        for language: Voice.Language, normalization: Normalization
    ) -> any SpokenLanguage {
        switch language {
        case .en: normalization == .off ? PlainLanguage(sentences: English()) : English()
        case .fr, .de, .es, .it, .ko, .hi, .zh: PlainLanguage(sentences: nil)
        }
    }
}
