/// A number of places that tasks wait for; one task takes, one gives.
struct AsyncPlaces: Sendable {
    private let places: AsyncStream<Void>
    private let inlet: AsyncStream<Void>.Continuation

    init(_ count: Int) {
        (places, inlet) = AsyncStream.makeStream()
        for _ in 0..<count { inlet.yield() }
    }

    /// Returns with a place, or because the task was cancelled.
    func take() async {
        var iterator = places.makeAsyncIterator()
        _ = await iterator.next()
    }

    func give() { inlet.yield() }
}
