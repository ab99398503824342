import Orpheus
import Testing
import TextFrontend

/// What of a text's codes is kept, and for how long.
struct CodeBacklogTests {
    @Test func whatHasBeenHeardIsForgottenButForThreeFrames() {
        var backlog = CodeBacklog()
        backlog.append(Array(0..<74))
        #expect(backlog.count == 74 && backlog.allSamples == 10 * 2048)
        #expect(backlog.nextFrame == 0 && backlog.context.isEmpty)
        backlog.receive(upTo: 2 * 2048)
        #expect(backlog.nextFrame == 2 && backlog.context == Array(0..<14))
        backlog.receive(upTo: 6 * 2048 - 1)
        #expect(backlog.nextFrame == 5 && backlog.context == Array(14..<35))
        #expect(Array(backlog.codes(from: 35)) == Array(35..<74))
        // What came twice is no step back.
        backlog.receive(upTo: 2048)
        #expect(backlog.samples == 6 * 2048 - 1)
        backlog.append(Array(74..<77))
        backlog.receive(upTo: 11 * 2048)
        #expect(backlog.context == Array(56..<77) && backlog.codes(from: 77).isEmpty)
        #expect(!backlog.isComplete)
        backlog.end()
        #expect(backlog.isComplete)
    }

    @Test func itIsFullAt64FramesThatWereNotHeard() {
        var backlog = CodeBacklog()
        backlog.append([UInt32](repeating: 0, count: 64 * 7 - 1))
        #expect(backlog.hasRoom)
        backlog.append([0])
        #expect(!backlog.hasRoom)
        backlog.receive(upTo: 2047)
        #expect(!backlog.hasRoom)
        backlog.receive(upTo: 2048)
        #expect(backlog.hasRoom)
    }
}
