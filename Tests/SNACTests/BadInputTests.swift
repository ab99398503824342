import Foundation
import SNAC
import Testing

/// Each bad input gets its own sentence, and leaves everything as it was.
@Suite struct BadInputTests {
    let model: SNACModel

    init() throws {
        model = try SNACModel(folder: Vectors.folder)
    }

    private let good = SNACFrame(level0: 1, level1: (2, 3), level2: (4, 5, 6, 7))

    @Test func aCodeOutOfRangeIsNamedAndTheStreamGoesOn() throws {
        let bad = SNACFrame(level0: 1, level1: (2, 3), level2: (4, 5, 60, 7))
        let decoder = try model.makeDecoder(noise: .seed(4))
        var samples = try decoder.push([good])
        #expect(throws: SNACError.codeOutOfRange(code: 60, codebookSize: 60, frame: 2)) {
            try decoder.push([good, bad])
        }
        samples += try decoder.push([good])
        samples += decoder.finish()
        #expect(samples == (try model.decode([good, good], noise: .seed(4))))
        #expect(
            SNACError.codeOutOfRange(code: 60, codebookSize: 60, frame: 2).description
                == "code 60 in frame 2 is outside of 0...59")
    }

    @Test func wrongContextIsRefused() throws {
        #expect(throws: SNACError.wrongContext(frames: 0, needed: 3)) {
            try model.makeDecoder(noise: .off, firstFrame: 5)
        }
        #expect(throws: SNACError.wrongContext(frames: 3, needed: 2)) {
            try model.makeDecoder(noise: .off, firstFrame: 2, context: [good, good, good])
        }
        #expect(throws: SNACError.negativeFirstFrame(-1)) {
            try model.makeDecoder(noise: .off, firstFrame: -1)
        }
    }

    @Test func aFinishedStreamTakesNothing() throws {
        let decoder = try model.makeDecoder(noise: .off)
        _ = decoder.finish()
        #expect(throws: SNACError.finished) { try decoder.push([good]) }
    }
}
