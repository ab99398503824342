import LyreRPC
import Testing
import TextFrontend

/// Where a call goes on.
struct MovesTests {
    private let a = Endpoint("inproc://a")
    private let b = Endpoint("inproc://b")
    private let lost = RPCError.connectionLost

    private func fail(
        _ moves: inout Moves, _ error: RPCError, at endpoint: Endpoint?, begun: Bool = true,
        ready: Set<Endpoint>
    ) throws(RPCError) -> Duration {
        try moves.failed(error, at: endpoint, hasBegun: begun) { !ready.subtracting($0).isEmpty }
    }

    @Test func theFirstMoveIsAtOnceTheOthersWait() throws {
        var moves = Moves(service: "Test")
        for round in 0..<2 {
            for pause in [0, 100, 200, 400, 800] {
                #expect(
                    try fail(&moves, lost, at: a, ready: [b]) == .milliseconds(pause), "\(round)")
            }
            #expect(throws: RPCError.self) { try fail(&moves, lost, at: a, ready: [b]) }
            moves.progress()
        }
    }

    @Test func whoFailedIsAvoidedUntilAllHave() throws {
        var moves = Moves(service: "Test")
        _ = try fail(&moves, lost, at: a, ready: [b])
        #expect(moves.avoided == [a])
        _ = try fail(&moves, lost, at: b, ready: [a, b])
        #expect(moves.avoided == [b])
    }

    @Test func aFullServerIsNoReasonToWaitBeforeTheStart() throws {
        let full = RPCError(.resourceExhausted, "full", neverStarted: true)
        var moves = Moves(service: "Test")
        _ = try fail(&moves, full, at: a, begun: false, ready: [a, b])
        #expect(throws: RPCError.self) {
            try fail(&moves, full, at: b, begun: false, ready: [b])
        }
        var late = Moves(service: "Test")
        _ = try fail(&late, full, at: a, begun: true, ready: [a])
        // The channel has asked both.
        #expect(throws: RPCError.self) {
            var moves = Moves(service: "Test")
            _ = try fail(&moves, full, at: nil, begun: false, ready: [a, b])
        }
        let error = #expect(throws: RPCError.self) {
            var moves = Moves(service: "Test")
            _ = try fail(&moves, full, at: a, begun: false, ready: [a])
        }
        #expect(error == full)
    }

    @Test func nobodyIsWaitedForBeforeTheStart() throws {
        var moves = Moves(service: "Test")
        var later = moves
        // It had the call, so it may have been at work.
        _ = try fail(&later, lost, at: a, begun: false, ready: [])
        #expect(
            try fail(&later, lost, at: nil, begun: false, ready: []) == .milliseconds(100))
        #expect(throws: RPCError.self) {
            try fail(&moves, lost, at: nil, begun: false, ready: [])
        }
    }
}
