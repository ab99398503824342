import Yams

/// Profiles out of the nodes of a YAML text, which keep the order and the spelling of flags.
struct ProfileReader {
    private static let keys = [
        "like", "model", "program", "flags", "environment", "ready-within",
    ]

    private let file: String
    private let known: [String: EngineProfile]
    private var nodes: [(name: String, node: Node)] = []
    private var done: [String: EngineProfile] = [:]
    /// Those that are being read, each like the next.
    private var open: [String] = []

    init(yaml: String, file: String, known: [String: EngineProfile]) throws(EngineProfileError) {
        self.file = file
        self.known = known
        let root: Node?
        do { root = try Yams.compose(yaml: yaml) } catch {
            let lines = "\(error)".split(separator: "\n").prefix(1).joined()
            throw EngineProfileError("\(file) is no YAML: \(lines)")
        }
        guard let root else { return }
        guard let mapping = root.mapping else { throw wrong(root, "profiles by name are expected") }
        for (key, node) in mapping { nodes.append((try text(key, "a name"), node)) }
    }

    /// All profiles of the text.
    mutating func profiles() throws(EngineProfileError) -> [String: EngineProfile] {
        for (name, _) in nodes { _ = try profile(name) }
        return done
    }

    private mutating func profile(_ name: String) throws(EngineProfileError) -> EngineProfile {
        if let profile = done[name] { return profile }
        let node = nodes.first { $0.name == name }!.node
        guard let mapping = node.mapping else { throw wrong(node, "'\(name)' has no keys") }
        for (key, _) in mapping {
            guard let key = key.string, !Self.keys.contains(key) else { continue }
            let keys = Self.keys.joined(separator: ", ")
            throw wrong(node, "'\(name)' has the key '\(key)'; there are \(keys)")
        }
        var profile = try origin(of: name, mapping)
        if let node = mapping["model"] { profile.model = try text(node, "model") }
        guard !profile.model.isEmpty else { throw wrong(node, "'\(name)' has no model") }
        if let node = mapping["program"] { profile.program = try words(node, "program") }
        if let node = mapping["ready-within"] {
            guard let seconds = node.int, seconds > 0 else {
                throw wrong(node, "ready-within is a number of seconds")
            }
            profile.readyWithin = .seconds(seconds)
        }
        for (key, value) in try pairs(mapping["environment"], "environment") {
            profile.environment[key] = try text(value, key)
        }
        for (key, value) in try pairs(mapping["flags"], "flags") {
            try setFlag(key, value, of: &profile)
        }
        done[name] = profile
        return profile
    }

    /// The profile that this one is like, under its name; an empty one otherwise.
    private mutating func origin(
        of name: String, _ mapping: Node.Mapping
    ) throws(EngineProfileError) -> EngineProfile {
        guard let node = mapping["like"] else { return EngineProfile(name: name, model: "") }
        let like = try text(node, "like")
        guard !open.contains(name) else {
            throw wrong(node, "'\(name)' is like itself, by way of '\(like)'")
        }
        open.append(name)
        defer { open.removeLast() }
        let isHere = nodes.contains { $0.name == like } && like != name
        guard let other = isHere ? try profile(like) : known[like] else {
            throw wrong(node, "'\(name)' is like '\(like)', which there is not")
        }
        return EngineProfile(
            name: name, model: other.model, program: other.program, flags: other.flags,
            environment: other.environment, readyWithin: other.readyWithin)
    }

    private func setFlag(
        _ key: String, _ node: Node, of profile: inout EngineProfile
    ) throws(EngineProfileError) {
        if let why = EngineProfile.reserved[key] {
            throw wrong(node, "--\(key) is not for a profile to set: \(why)")
        }
        guard key.first?.isLetter == true, !key.contains(where: { $0.isWhitespace || $0 == "=" })
        else { throw wrong(node, "'\(key)' is no flag's name without its dashes") }
        // Quoted, 'true' is a value like any other.
        let isPlain = node.scalar?.style == .plain
        switch node.bool {
        case true? where isPlain: profile.flags.set(EngineFlag(key))
        case false? where isPlain: profile.flags.removeAll { $0.name == key }
        default:
            var values: [String] = []
            for value in node.sequence.map(Array.init) ?? [node] {
                values.append(try text(value, key))
            }
            profile.flags.set(EngineFlag(key, values: values))
        }
    }

    // MARK: Nodes

    private func pairs(
        _ node: Node?, _ name: String
    ) throws(EngineProfileError) -> [(String, Node)] {
        guard let node else { return [] }
        guard let mapping = node.mapping else { throw wrong(node, "\(name) are names and values") }
        var pairs: [(String, Node)] = []
        for (key, value) in mapping { pairs.append((try text(key, name), value)) }
        return pairs
    }

    private func words(_ node: Node, _ name: String) throws(EngineProfileError) -> [String] {
        let words = try text(node, name).split(whereSeparator: \.isWhitespace).map(String.init)
        guard !words.isEmpty else { throw wrong(node, "\(name) is empty") }
        return words
    }

    private func text(_ node: Node, _ name: String) throws(EngineProfileError) -> String {
        guard let scalar = node.scalar else { throw wrong(node, "\(name) is one value") }
        return scalar.string
    }

    private func wrong(_ node: Node, _ what: String) -> EngineProfileError {
        let line = node.mark.map { ", line \($0.line)" } ?? ""
        return EngineProfileError("\(file)\(line): \(what)")
    }
}
