/// A model hub on two free loopback ports: one that answers and redirects, and the store of large
/// files behind it. It does what goes wrong in the order in which a test names it.
public final class FakeHub: Sendable {
    public enum Place: Sendable, Hashable { case api, file, store }

    /// What becomes of one request.
    public enum Mishap: Sendable {
        case status(Int, headers: [String: String] = [:])
        /// Closes the connection after so many bytes of the body.
        case drops(after: Int)
        /// Sends no more after so many bytes, and waits until the client leaves.
        case stalls(after: Int)
        /// Goes on after so many bytes when the gate opens.
        case waits(after: Int, Gate)
        /// Sends the whole file whatever part is wanted.
        case ignoresRange
        /// Sends the wanted part, but says that it is another one.
        case misplaces
        /// Sends another last byte.
        case spoils
        /// Announces another length.
        case claims(Int)
        /// Sends so many bytes more, and announces no length.
        case adds(Int)
        /// Gives this text instead.
        case says(String)
        case redirects(to: String)
    }

    public struct Request: Sendable {
        public let place: Place
        public let target: String
        /// Names in lower case.
        public let headers: [String: String]
    }

    /// How much the hub tells.
    public enum Telling: Sendable {
        /// All, as the public hub does.
        case everything
        /// The list of files tells names alone.
        case namesAlone
        /// Nothing tells the large files' checksums and sizes.
        case noChecksums
    }

    public static let repository = "someone/a_model"
    public static let commit = "0123456789abcdef0123456789abcdef01234567"
    /// By what name the store knows its files: not by their checksums.
    public static let storeTag = "\"in-store-7\""

    private let desk: FakeHubDesk
    private let hub: ReplayServer
    private let store: ReplayServer

    /// - Parameter mirrored: Whether small files come by a redirect within the hub.
    public init(
        _ files: [FakeHubFile], telling: Telling = .everything, mirrored: Bool = false
    ) throws {
        let desk = FakeHubDesk(files, telling: telling, mirrored: mirrored)
        let store = try ReplayServer { connection in
            while let request = connection.readRequest(), desk.answerStore(request, on: connection)
            {}
        }
        let url = store.url
        hub = try ReplayServer { connection in
            while let request = connection.readRequest(),
                desk.answerHub(request, on: connection, store: url)
            {}
        }
        (self.desk, self.store) = (desk, store)
    }

    public var url: String { hub.url }
    /// What was asked, in order.
    public var requests: Recorder<Request> { desk.requests }

    public func requests(to place: Place) -> [Request] { requests.all.filter { $0.place == place } }

    /// The next requests to a place go wrong, one after the other.
    public func plan(_ mishaps: Mishap..., at place: Place) { desk.plan(mishaps, at: place) }
}
