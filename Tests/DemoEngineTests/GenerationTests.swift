import DemoEngine
import Testing

@Suite struct GenerationTests {
    private let tokens = [128266, 132363, 136460, 128258]
    private let stops: Set = [128258]

    @Test func toTheStop() {
        let all = Generation(tokens: tokens, done: 0, limit: 100, stops: stops)
        #expect(all.ids == tokens)
        #expect(all.finish == .stop(128258))
        #expect(all.text(at: 0) == "<custom_token_10>")
        #expect(all.text(at: 3) == "")
    }

    @Test func aStopWithinTheLimitCounts() {
        #expect(Generation(tokens: tokens, done: 0, limit: 4, stops: stops).finish == .stop(128258))
        let short = Generation(tokens: tokens, done: 0, limit: 3, stops: stops)
        #expect(short.finish == .length)
        #expect(short.text(at: 2) == "<custom_token_8204>")
    }

    @Test func fromWithin() {
        #expect(
            Generation(tokens: tokens, done: 2, limit: 9, stops: stops).ids == [136460, 128258])
        #expect(Generation(tokens: tokens, done: 3, limit: 9, stops: stops).ids == [128258])
        #expect(Generation(tokens: tokens, done: 50, limit: 9, stops: stops).ids == [128258])
        #expect(Generation(tokens: tokens, done: 1, limit: 1, stops: stops).ids == [132363])
    }
}
