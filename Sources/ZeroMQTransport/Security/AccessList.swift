import LyreRPC

/// Who may call: public keys, with what each is for.
///
/// As text, a line a key: the key, its roles with commas between them, and the name that logs and
/// metrics show. `rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7 client,operator alice`.
/// Lines that begin with `# ` are comments.
public struct AccessList: Sendable, Hashable {
    private let callers: [PublicKey: Caller]

    /// - Throws: ``KeyError``, naming the line.
    public init(_ text: String) throws(KeyError) {
        var callers: [PublicKey: Caller] = [:]
        var names: Set<String> = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let words = line.split(whereSeparator: \.isWhitespace)
            if words.isEmpty || words[0] == "#" { continue }
            func wrong(_ what: String) -> KeyError { KeyError("line \(index + 1): \(what)") }
            guard words.count == 3 else { throw wrong("a line is KEY ROLE[,ROLE] NAME") }
            guard let key = try? PublicKey(words[0]) else {
                throw wrong("its first word is no public key")
            }
            var roles: Set<Role> = []
            for word in words[1].split(separator: ",") {
                guard let role = Role(rawValue: String(word)) else {
                    let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
                    throw wrong("there is no role '\(word)', only \(known)")
                }
                roles.insert(role)
            }
            guard !roles.isEmpty else { throw wrong("the key has no role") }
            // Names are labels of metrics, and two callers of one name could not be told apart.
            let name = String(words[2])
            guard name.utf8.count <= 64, name != Caller.local.name else {
                throw wrong(
                    "'\(name.prefix(64))' cannot be a name: at most 64 bytes, and not 'local'")
            }
            guard callers[key] == nil else { throw wrong("the key stands in the list twice") }
            guard names.insert(name).inserted else {
                throw wrong("there are two keys named '\(name)'")
            }
            callers[key] = Caller(name: name, roles: roles)
        }
        self.callers = callers
    }

    public var count: Int { callers.count }
    public var names: [String] { callers.values.map(\.name).sorted() }

    /// Nil for a key that nobody allowed.
    public func caller(_ key: PublicKey) -> Caller? { callers[key] }
}
