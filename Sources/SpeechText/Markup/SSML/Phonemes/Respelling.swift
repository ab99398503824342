import Orpheus

/// How sounds are spelled so that somebody who reads a language says them: a voice reads letters
/// and no phonemes.
struct Respelling: Sendable {
    /// Letters of a sound.
    struct Sound: Sendable {
        let letters: String
        /// Before a vowel that is written with e or i, where that makes a difference.
        var beforeFront: String?
        var isVowel = false
    }

    let sounds: [String: Sound]
    /// Whether syllables are parted by hyphens, and vowels change with their place.
    var hasSyllables = false
    /// Vowels that carry a stress mark.
    var stressed: [Character: Character] = [:]

    private static let longest = 3

    static func of(_ language: Voice.Language) -> Respelling? {
        switch language {
        case .en: english
        case .de: german
        case .fr: french
        case .es: spanish
        case .it: italian
        case .zh, .hi, .ko: nil
        }
    }

    /// The words that say these phonemes; nil when one of them is unknown.
    func words(_ phonemes: String, in alphabet: PhoneticAlphabet) -> String? {
        let words = phonemes.split(whereSeparator: \.isWhitespace)
        var spelled: [String] = []
        for word in words {
            guard let scalars = alphabet.scalars(of: String(word)), let letters = spell(scalars)
            else { return nil }
            spelled.append(letters)
        }
        return spelled.isEmpty ? nil : spelled.joined(separator: " ")
    }

    /// A sound in a word, and what stands before it.
    private struct Place {
        let sound: Sound
        let isStressed: Bool
        let beginsSyllable: Bool
    }

    private func spell(_ scalars: [Unicode.Scalar]) -> String? {
        var places: [Place] = []
        var (isStressed, begins) = (false, false)
        var at = 0
        while at < scalars.count {
            switch scalars[at] {
            case "ˈ": (isStressed, begins, at) = (true, true, at + 1)
            case "ˌ", ".": (begins, at) = (true, at + 1)
            // Length that makes no difference in spelling.
            case "ː" where !places.isEmpty: at += 1
            default:
                guard let (sound, count) = sound(scalars[at...]) else { return nil }
                places.append(
                    Place(
                        sound: sound, isStressed: isStressed && sound.isVowel,
                        beginsSyllable: begins))
                if sound.isVowel { isStressed = false }
                begins = false
                at += count
            }
        }
        guard places.contains(where: \.sound.isVowel) else { return nil }
        return hasSyllables ? syllables(places) : letters(places)
    }

    private func sound(_ scalars: ArraySlice<Unicode.Scalar>) -> (Sound, Int)? {
        for count in stride(from: min(Self.longest, scalars.count), to: 0, by: -1) {
            let key = String(String.UnicodeScalarView(scalars.prefix(count)))
            if let sound = sounds[key] { return (sound, count) }
        }
        return nil
    }

    private func letters(_ places: [Place]) -> String {
        let isLong = places.filter(\.sound.isVowel).count > 1
        var text = ""
        for (index, place) in places.enumerated() {
            var letters = letters(place, before: index + 1 < places.count ? places[index + 1] : nil)
            if place.isStressed, isLong, let last = letters.last, let mark = stressed[last] {
                letters = letters.dropLast() + String(mark)
            }
            text += letters
        }
        return text
    }

    private func letters(_ place: Place, before next: Place?) -> String {
        guard let other = place.sound.beforeFront, let first = next?.sound.letters.first,
            next!.sound.isVowel, "eiéèêäy".contains(first)
        else { return place.sound.letters }
        return other
    }

    /// With one vowel each: a single consonant between two belongs to the second.
    private func syllables(_ places: [Place]) -> String {
        let vowels = places.indices.filter { places[$0].sound.isVowel }
        var starts: Set<Int> = []
        for (vowel, next) in zip(vowels, vowels.dropFirst()) {
            let marked = (vowel + 1...next).first { places[$0].beginsSyllable }
            starts.insert(marked ?? max(vowel + 1, next - 1))
        }
        var text = ""
        for index in places.indices {
            if starts.contains(index) { text += "-" }
            let next = index + 1 < places.count ? places[index + 1] : nil
            let isOpen = next == nil || starts.contains(index + 1)
            let hasOnset = index > 0 && !starts.contains(index)
            switch places[index].sound.letters {
            case "oh" where isOpen && hasOnset: text += "oe"
            case "igh" where !hasOnset: text += "eye"
            default: text += letters(places[index], before: next)
            }
        }
        return text
    }
}
