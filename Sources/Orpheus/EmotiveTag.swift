/// The words in angle brackets that Orpheus acts out instead of reading: `<laugh>`, `<sigh>`...
///
/// Words that are not listed do nothing on the released models, or are read aloud.
public enum EmotiveTag {
    /// Tags without their brackets.
    public static func names(for language: Voice.Language) -> Set<String> {
        switch language {
        case .fr: english.union(["whimper"])
        case .es: english.union(["resoplido"])
        case .it: english.union(["gemito"])
        case .en, .de, .ko, .hi, .zh: english
        }
    }

    private static let english: Set<String> = [
        "laugh", "chuckle", "sigh", "cough", "sniffle", "groan", "yawn", "gasp",
    ]
}
