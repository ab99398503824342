import Testing

/// A folder with the keys of a farm's services and of their callers: `server` has a pair, and
/// `stranger` one that nobody allowed.
struct Keyring {
    private let scratch: Scratch
    func path(_ name: String) -> String { scratch.path(name) }
    var list: String { path("allowed") }

    init(_ scratch: Scratch, callers: [(name: String, roles: String)]) async throws {
        self.scratch = scratch
        for name in ["server", "stranger"] + callers.map(\.name) {
            let made = try await Programs.run("lyre", ["keys", "new", path(name)])
            #expect(made.status == 0, "\(made.errors)")
        }
        for caller in callers { try await allow(caller.name, caller.roles) }
    }

    func allow(_ name: String, _ roles: String) async throws {
        let done = try await Programs.run(
            "lyre", ["keys", "allow", path("\(name).pub"), "--as", roles, "--list", list])
        #expect(done.status == 0, "\(done.errors)")
    }

    /// Flags of who calls.
    func caller(_ name: String) -> [String] {
        ["--server-key", path("server.pub"), "--key", path("\(name).key")]
    }

    /// Flags of who is called.
    var server: [String] { ["--key", path("server.key"), "--allow", list] }

    func start(_ name: String, _ flags: [String]) async throws -> Service {
        try await Service.start(name, server + ["--admin", "127.0.0.1:0"] + flags)
    }
}
