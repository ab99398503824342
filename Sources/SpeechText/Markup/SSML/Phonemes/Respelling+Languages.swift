extension Respelling {
    /// Of lists of sounds with their letters, `sound letters` or `sound letters/before e and i`.
    private static func table(vowels: String, consonants: String) -> [String: Sound] {
        var sounds: [String: Sound] = [:]
        for (list, isVowel) in [(vowels, true), (consonants, false)] {
            for entry in list.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
                let parts = entry.split(separator: " ")
                let letters = parts[1].split(separator: "/")
                sounds[String(parts[0])] = Sound(
                    letters: String(letters[0]),
                    beforeFront: letters.count > 1 ? String(letters[1]) : nil, isVowel: isVowel)
            }
        }
        return sounds
    }

    static let english = Respelling(
        sounds: table(
            vowels: """
                i ee, ɪ ih, e eh, ɛ eh, æ a, a ah, ɑ ah, ɒ o, ɔ aw, o oh, ʊ oo, u oo, ʌ uh, ə uh
                ɜ ur, ɝ ur, ɚ er, eɪ ay, aɪ igh, ɔɪ oy, aʊ ow, oʊ oh, əʊ oh, ɪə eer, eə air
                ɛə air, ʊə oor, ɜːr ur, ɜr ur, ər er
                """,
            consonants: """
                p p, b b, t t, d d, k k, ɡ g/gh, f f, v v, θ th, ð th, s s, z z, ʃ sh, ʒ zh, tʃ ch
                dʒ j, m m, n n, ŋ ng, l l, ɫ l, r r, ɹ r, ɾ t, j y, w w, h h, x kh
                """),
        hasSyllables: true)

    static let german = Respelling(
        sounds: table(
            vowels: """
                i i, iː ie, ɪ i, e e, eː eh, ɛ e, ɛː äh, a a, aː ah, ɑ a, ɔ o, o o, oː oh, ʊ u
                u u, uː uh, œ ö, ø ö, øː öh, ʏ ü, y ü, yː üh, ə e, ɐ er, aɪ ei, ai ei, aʊ au
                au au, ɔʏ eu, ɔɪ eu, ɔø eu
                """,
            consonants: """
                p p, b b, t t, d d, k k, ɡ g, f f, v w, s ss, z s, ʃ sch, ʒ sch, ç ch, x ch, h h
                m m, n n, ŋ ng, l l, r r, ʁ r, ʀ r, j j, ts z, tʃ tsch, dʒ dsch
                """))

    static let french = Respelling(
        sounds: table(
            vowels: """
                i i, e é, ɛ è, a a, ɑ â, ɔ o, o ô, u ou, y u, ø eu, œ eu, ə e, ɛ\u{303} in
                ɑ\u{303} an, ɔ\u{303} on, œ\u{303} un
                """,
            consonants: """
                p p, b b, t t, d d, k k, ɡ g/gu, f f, v v, s ss, z z, ʃ ch, ʒ j, m m, n n, ɲ gn
                ŋ ng, l l, ʁ r, r r, ʀ r, j y, w ou, ɥ u
                """))

    static let spanish = Respelling(
        sounds: table(
            vowels: "a a, e e, i i, o o, u u, ɛ e, ɔ o",
            consonants: """
                p p, b b, β b, t t, d d, ð d, k c/qu, ɡ g/gu, ɣ g/gu, f f, θ z, s s, x j, tʃ ch
                ʝ y, j i, m m, n n, ŋ n, ɲ ñ, l l, ʎ ll, ɾ r, r rr, w u
                """),
        stressed: ["a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú"])

    static let italian = Respelling(
        sounds: table(
            vowels: "a a, e e, ɛ e, i i, o o, ɔ o, u u",
            consonants: """
                p p, b b, t t, d d, k c/ch, ɡ g/gh, f f, v v, s s, z s, ts z, dz z, ʃ sci/sc
                tʃ ci/c, dʒ gi/g, m m, n n, ŋ n, ɲ gn, l l, ʎ gli/gl, r r, j i, w u
                """),
        stressed: ["a": "à", "e": "è", "i": "ì", "o": "ò", "u": "ù"])
}
