import LyreRPC
import Orpheus
import TestSupport
import Testing
import TokenService

/// Who gets the next stream, and when an engine is left alone. No clock runs here.
@Suite struct EnginePoolTests {
    private var now = Instant(nanoseconds: 1_000_000_000)
    private var random = SeededGenerator(seed: 5)
    private var pool = EnginePool()

    private static func engine(
        _ name: String, _ languages: Set<Voice.Language>? = nil, streams: Int = 8
    ) throws -> Engine {
        Engine(
            endpoint: try .at("http://\(name):8000"), languages: languages, streams: streams)
    }

    /// The engine that is chosen, or what became of the wish instead.
    private mutating func choose(
        _ language: Voice.Language = .en, avoiding avoided: Set<Engine> = [], resumed: Bool = false
    ) -> String {
        var wish = EnginePool.Wish(language: language)
        wish.avoided = avoided
        wish.isResumed = resumed
        switch pool.choose(wish, at: now, using: &random) {
        case .engine(let engine): return String(engine.endpoint.baseURL.dropFirst(7).prefix(1))
        case .wait: return "wait"
        case .failed(let error): return "\(error.code.name): \(error.status.message)"
        }
    }

    @Test mutating func streamsGoToTheLessBusyOfTwo() throws {
        let (a, b) = (try Self.engine("a"), try Self.engine("b"))
        _ = pool.update([a, b])
        let chosen = (0..<16).map { _ in choose() }
        #expect(chosen.count { $0 == "a" } == 8)
        #expect(choose() == "wait", "both are full")
        pool.change(b) { $0.give(.good, at: now) }
        #expect(choose() == "b")
    }

    @Test mutating func whatOthersSendCountsToo() throws {
        let (a, b) = (try Self.engine("a"), try Self.engine("b"))
        _ = pool.update([a, b])
        var load = EngineLoad()
        load.running = 6
        pool.change(a) { $0.read(load) }
        #expect((0..<5).map { _ in choose() } == ["b", "b", "b", "b", "b"])
        load = EngineLoad()
        load.cacheUse = 0.99
        pool.change(a) { $0.read(EngineLoad()) }
        pool.change(b) { $0.read(load) }
        #expect((0..<5).map { _ in choose() } == ["a", "a", "a", "a", "a"])
    }

    @Test mutating func aVoiceChoosesItsModel() throws {
        _ = pool.update([
            try Self.engine("e", [.en]), try Self.engine("f", [.fr]), try Self.engine("s", [.es, .it]),
        ])
        #expect(choose(.fr) == "f")
        #expect(choose(.it) == "s")
        #expect(choose(.en) == "e")
        #expect(choose(.ko) == "NOT_FOUND: no engine has a model that speaks ko")
    }

    @Test mutating func enginesThatAreReadyAreProven() throws {
        let (a, b) = (try Self.engine("a"), try Self.engine("b"))
        _ = pool.update([a, b])
        pool.change(b) { $0.health = .ready }
        #expect((0..<8).allSatisfy { _ in choose() == "b" })
        #expect(choose() == "a", "nobody knows whether it is, but the other one is full")
        pool.change(a) { $0.health = .unready("health answers 503") }
        #expect(choose() == "wait")
    }

    @Test mutating func whatFailsIsLeftAloneForLongerAndLonger() throws {
        let (a, b) = (try Self.engine("a"), try Self.engine("b", streams: 1000))
        _ = pool.update([a, b])
        for round in 0..<8 {
            pool.change(a) {
                $0.take()
                $0.give(.unfit, at: now)
            }
            #expect((0..<20).allSatisfy { _ in choose() == "b" })
            let time = min(
                EngineState.firstEjection * (1 << round), EngineState.longestEjection)
            now = now + (time - .milliseconds(1))
            #expect(pool.states[a]!.isEjected(at: now), "round \(round)")
            now = now + .milliseconds(2)
            #expect(!pool.states[a]!.isEjected(at: now))
        }
    }

    /// One stream that fails proves nothing; two in a row do.
    @Test mutating func oneFailureEjectsNobody() throws {
        let a = try Self.engine("a")
        _ = pool.update([a])
        func fail(_ outcome: EngineState.Outcome) {
            pool.change(a) {
                $0.take()
                $0.give(outcome, at: now)
            }
        }
        fail(.failed)
        #expect(pool.states[a]!.isUsable(at: now))
        fail(.good)
        fail(.failed)
        #expect(pool.states[a]!.isUsable(at: now))
        fail(.neutral)
        fail(.failed)
        #expect(!pool.states[a]!.isUsable(at: now))
    }

    @Test mutating func whoReturnsGetsItsShareSlowly() throws {
        let a = try Self.engine("a", streams: 10)
        _ = pool.update([a])
        pool.change(a) {
            $0.take()
            $0.give(.unfit, at: now)
        }
        now = now + EngineState.firstEjection
        #expect(pool.states[a]!.room(at: now) == 1)
        now = now + EngineState.returning / 2
        #expect(pool.states[a]!.room(at: now) == 5)
        now = now + EngineState.returning
        #expect(pool.states[a]!.room(at: now) == 10)
    }

    @Test mutating func whoIsFullIsLeftAloneForAsLongAsItSays() throws {
        let (a, b) = (try Self.engine("a"), try Self.engine("b", streams: 1000))
        _ = pool.update([a, b])
        pool.change(a) {
            $0.take()
            $0.give(.full(.seconds(3)), at: now)
        }
        now = now + .seconds(2)
        #expect((0..<20).allSatisfy { _ in choose() == "b" })
        now = now + .seconds(2)
        #expect((0..<20).contains { _ in choose() == "a" })
    }

    @Test mutating func aStreamAvoidsWhoFailedIt() throws {
        let (a, b) = (try Self.engine("a"), try Self.engine("b"))
        _ = pool.update([a, b])
        #expect((0..<8).allSatisfy { _ in choose(avoiding: [a], resumed: true) == "b" })
        // Both failed it, or the other one is full: what has begun goes on anyhow, or waits.
        #expect(choose(avoiding: [a, b], resumed: true) == "a")
        #expect(choose(avoiding: [a], resumed: true) == "wait")
        // What has not begun is told what was wrong.
        #expect(choose(avoiding: [a, b]).hasPrefix("UNAVAILABLE"))
    }

    @Test mutating func anEngineThatStandsAloneIsAskedInAnyCase() throws {
        let a = try Self.engine("a")
        _ = pool.update([a])
        pool.change(a) { $0.health = .unready("connection refused") }
        #expect(choose() == "a", "its own words say best what is wrong")
        #expect(choose(avoiding: [a]) == "UNAVAILABLE: the engine is down")
        #expect(choose(resumed: true) == "wait", "it may come back")
        pool.change(a) { $0.defect = "it makes other ids" }
        #expect(choose().hasSuffix("is not used: it makes other ids"))
    }

    @Test mutating func theListMayChange() throws {
        #expect(choose() == "wait", "it is not known yet")
        pool.failed(EngineSourceError("the name is not known"))
        #expect(choose() == "UNAVAILABLE: the name is not known")
        let (a, b) = (try Self.engine("a"), try Self.engine("b"))
        #expect(pool.update([a]).new == [a])
        #expect(choose() == "a")
        let change = pool.update([b])
        #expect(change.new == [b] && change.gone == [a])
        // Its stream ends after it was forgotten.
        pool.change(a) { $0.give(.good, at: now) }
        pool.failed(EngineSourceError("the name is not known"))
        #expect(choose() == "b", "the last list stays")
        _ = pool.update([])
        #expect(choose() == "UNAVAILABLE: there is no engine")
    }
}
