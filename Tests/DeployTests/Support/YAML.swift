import Yams

/// A part of a YAML document; what is not there has neither items nor a text.
struct YAML {
    private let value: Any?

    private init(value: Any?) { self.value = value }

    /// Of the first document, aliases and merges resolved.
    /// - Throws: Where the text is no YAML.
    init(_ text: String) throws { value = try Yams.load(yaml: text) }

    static func documents(_ text: String) throws -> [YAML] {
        let sequence = try Yams.load_all(yaml: text)
        let documents = Array(sequence)
        if let error = sequence.error { throw error }
        return documents.map { YAML(value: $0) }
    }

    private var mapping: [AnyHashable: Any]? { value as? [AnyHashable: Any] }

    subscript(key: String) -> YAML { YAML(value: mapping?[key]) }

    var keys: [String] { (mapping ?? [:]).keys.compactMap { $0 as? String }.sorted() }

    var items: [YAML] { (value as? [Any] ?? []).map { YAML(value: $0) } }

    /// A string or a whole number.
    var text: String? { value as? String ?? number.map(String.init) }

    var number: Int? { value as? Int }

    var isTrue: Bool { value as? Bool == true }

    var isFalse: Bool { value as? Bool == false }

    var isThere: Bool { value != nil }
}
