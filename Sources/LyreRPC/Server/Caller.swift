/// Who is at the other end of a server's session.
public struct Caller: Hashable, Sendable {
    /// Its name in the list of those who may call.
    public let name: String
    public let roles: Set<Role>

    public init(name: String, roles: Set<Role>) {
        self.name = name
        self.roles = roles
    }

    /// Somebody on this machine, where no keys are asked for.
    public static let local = Caller(name: "local", roles: Set(Role.allCases))

    func may(call needed: Set<Role>?) -> Bool {
        guard let needed else { return true }
        return roles.contains(.operator) || !roles.isDisjoint(with: needed)
    }
}
