import Foundation

/// The token of somebody's account. It prints as nothing, so that no message can tell it.
public struct HubToken: Sendable, CustomStringConvertible, CustomReflectable {
    private let secret: String

    /// - Returns: nil when nothing is left without spaces and line ends.
    public init?(_ text: String) {
        let secret = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if secret.isEmpty { return nil }
        self.secret = secret
    }

    public var description: String { "a token" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    /// The value of `Authorization`.
    package var authorization: String { "Bearer \(secret)" }

    /// The token of this user, where the hub's own tools look for it: `HF_TOKEN`, then the file
    /// that `HF_TOKEN_PATH` names, or `token` in the folder `HF_HOME` (`~/.cache/huggingface`).
    public static func find(in environment: [String: String]) -> HubToken? {
        if let token = environment["HF_TOKEN"].flatMap(HubToken.init) { return token }
        func named(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : ($0 as NSString).expandingTildeInPath }
        }
        let home = environment["HOME"] ?? NSHomeDirectory()
        let cache = named("XDG_CACHE_HOME") ?? "\(home)/.cache"
        let path = named("HF_TOKEN_PATH") ?? "\(named("HF_HOME") ?? "\(cache)/huggingface")/token"
        return (try? String(contentsOfFile: path, encoding: .utf8)).flatMap(HubToken.init)
    }
}
