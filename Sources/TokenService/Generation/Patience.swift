/// How long a server may take with its tokens.
public struct Patience: Sendable {
    /// From the request to the first token: connecting, the server's queue and the prefill.
    public var firstToken: Duration
    /// Until the next token, asked after each: who has sound left to play can wait for longer.
    public var nextToken: @Sendable () -> Duration
    /// What ``nextToken`` never goes below.
    public var shortest: Duration

    public init(firstToken: Duration = .seconds(30), nextToken: Duration = .seconds(5)) {
        self.init(firstToken: firstToken, shortest: nextToken) { nextToken }
    }

    public init(
        firstToken: Duration, shortest: Duration, nextToken: @escaping @Sendable () -> Duration
    ) {
        self.firstToken = firstToken
        self.shortest = shortest
        self.nextToken = nextToken
    }
}
