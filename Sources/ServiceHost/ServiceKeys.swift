import ZeroMQTransport

/// A service's keys, from the files that its settings name.
public struct ServiceKeys: Sendable {
    /// Its own; nil where it has none.
    private let own: KeyPair?
    /// Who may call.
    let allowed: AccessFile?
    /// What its server asks for; nil only on the loopback.
    let security: ServerSecurity?

    /// - Throws: ``SettingsError`` or ``KeyError``, in one sentence.
    init(_ settings: Settings, listensTo address: Address) throws {
        own = try settings.string("key").map { try KeyFiles.pair(at: $0) }
        allowed = settings.string("allow").map { AccessFile(path: $0) }
        switch (own, allowed) {
        case (let own?, let allowed?):
            security = ServerSecurity(keys: own, access: Access(try allowed.read()))
        case (nil, _?):
            throw SettingsError(
                "--allow says who may call, but --key is missing: the service's own")
        // A frontend on the loopback calls others with its key.
        case (_, nil):
            security = nil
            guard address.isLoopback else {
                throw SettingsError(
                    "\(address.host) can be reached from other machines: give --key, the service's "
                        + "secret key, and --allow, the list of those who may call (see 'lyre keys'), "
                        + "or listen on 127.0.0.1")
            }
        }
    }

    /// What this service needs to call others.
    ///
    /// - Parameter setting: The setting that names the file of their public key: `tokens-key`.
    /// - Returns: Nil where the setting is missing, which does for the loopback.
    func client(_ settings: Settings, _ setting: String) throws -> ClientSecurity? {
        guard let path = settings.string(setting) else { return nil }
        guard let own else {
            throw SettingsError("--\(setting) is given, but --key is missing: whose key calls")
        }
        return ClientSecurity(server: try KeyFiles.publicKey(at: path), keys: own)
    }
}
