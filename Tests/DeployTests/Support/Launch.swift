/// How a file of deploy/ starts a program of Lyre's.
struct Launch: CustomStringConvertible {
    /// The file, and the part of it.
    let place: String
    let program: String
    /// What stands behind the program.
    let arguments: [String]
    /// Settings beside them, by the flags' names without dashes: of `LYRE_...` and of `--config`.
    var settings: [String: String] = [:]

    var description: String { place }

    /// Of a command line of words, such as `lyre-text --listen=... --plugin`.
    /// - Returns: nil where none of Lyre's programs is in it.
    init?(place: String, words: [String], settings: [String: String] = [:]) {
        func name(_ word: String) -> String {
            word.split(separator: "/").last.map(String.init) ?? ""
        }
        guard
            let start = words.firstIndex(where: {
                name($0) == "lyre" || name($0).hasPrefix("lyre-")
            })
        else { return nil }
        self.place = place
        program = name(words[start])
        arguments = Array(words[(start + 1)...])
        self.settings = settings
    }

    /// The flags' names, without dashes.
    var flags: [String] {
        arguments.filter { $0.hasPrefix("--") }.map {
            String($0.dropFirst(2).prefix { $0 != "=" })
        }
    }

    /// A flag's value, which stands behind `=`, or a setting's.
    func value(_ flag: String) -> String? {
        arguments.first { $0.hasPrefix("--\(flag)=") }.map { String($0.dropFirst(flag.count + 3)) }
            ?? settings[flag]
    }

    /// The port behind an address' last colon.
    func port(_ flag: String) -> Int? {
        value(flag)?.split(separator: ":").last.flatMap { Int($0) }
    }
}
