/// How often something is tried, and how long the pauses are.
public struct RetryPolicy: Sendable {
    /// Tries in a row that bring nothing, the first included.
    public var tries: Int
    /// The first pause; each further one is twice as long.
    public var pause: Duration
    /// The longest pause that is made because a server asks for it.
    public var longest: Duration
    private let sleep: @Sendable (Duration) async throws -> Void

    /// - Parameter sleep: Makes the pauses; ends early, by throwing, when the task is cancelled.
    public init(
        tries: Int = 5, pause: Duration = .seconds(1), longest: Duration = .seconds(300),
        sleep: @escaping @Sendable (Duration) async throws -> Void = {
            try await Task.sleep(for: $0)
        }
    ) {
        self.tries = tries
        self.pause = pause
        self.longest = longest
        self.sleep = sleep
    }

    /// Pauses as long as it takes before try `number` + 1.
    ///
    /// - Parameters:
    ///   - number: Tries so far.
    ///   - hadContact: Whether the server was reached before. Who never was will hardly be in a
    ///     minute: there is no network, or no such server.
    /// - Throws: `failure` when there is no point in another try, `cancelled` with the task.
    func wait(
        after failure: HubFailure, number: Int, hadContact: Bool,
        tell: @Sendable (PullEvent) -> Void
    ) async throws(HubFailure) {
        let mayPass =
            switch failure.kind {
            case .connectionLost, .busy: true
            case .unreachable: hadContact
            default: false
            }
        guard mayPass, number < tries else { throw failure }
        let usual = pause * (1 << min(number - 1, 16))
        let delay = max(usual, failure.retryAfter ?? .zero)
        guard delay <= max(longest, usual) else {
            throw HubFailure(
                .busy,
                "\(failure.description), and asks to come back in \(delay.components.seconds) s",
                retryAfter: delay)
        }
        tell(.retrying(failure, delay))
        do { try await sleep(delay) } catch { throw .cancelled }
    }
}
