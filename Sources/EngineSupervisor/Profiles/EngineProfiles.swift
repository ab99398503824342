/// The profiles that there are, by name.
public struct EngineProfiles: Sendable {
    /// The YAML text of Lyre's own, to copy and edit.
    public static let builtInText = String(
        decoding: PackageResources.profiles_yaml, as: UTF8.self)

    private var profiles: [String: EngineProfile] = [:]

    /// Lyre's own.
    public init() {
        // A test reads them; a text of our own that cannot be read is a defect.
        try! add(yaml: Self.builtInText, file: "the built-in profiles")
    }

    public var names: [String] { profiles.keys.sorted() }

    /// - Throws: ``EngineProfileError``, which lists the names there are.
    public func named(_ name: String) throws(EngineProfileError) -> EngineProfile {
        guard let profile = profiles[name] else {
            throw EngineProfileError(
                "there is no profile '\(name)'; there are \(names.joined(separator: ", "))")
        }
        return profile
    }

    /// Adds the profiles of a YAML text; they may be like those that are here already.
    /// - Parameter file: How errors call it.
    /// - Throws: ``EngineProfileError`` with the line and what is wrong there.
    public mutating func add(yaml: String, file: String) throws(EngineProfileError) {
        var reader = try ProfileReader(yaml: yaml, file: file, known: profiles)
        profiles.merge(try reader.profiles()) { $1 }
    }
}

/// Why there is no such profile, or a file of profiles cannot be used. One sentence.
public struct EngineProfileError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
