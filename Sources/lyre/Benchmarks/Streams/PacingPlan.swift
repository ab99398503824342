import SNAC

/// When each unit of each stream is to be sent: as Orpheus says its codes in real time.
///
/// Times are seconds from the start of the run. A stream's codes come evenly, and a unit is sent
/// when its last code is there. The starts of the streams are spread evenly over a frame.
package struct PacingPlan: Sendable {
    package static let samplesPerSecond = 24_000.0
    package static let frameSeconds = Double(SNACFrame.samples) / samplesPerSecond
    /// 82.03 codes a second.
    package static let codeSeconds = frameSeconds / Double(CodeUnit.codesPerFrame)

    package let streams: Int
    /// Frames a stream.
    package let frames: Int
    package let unit: CodeUnit

    /// - Parameter seconds: Of audio a stream, rounded up to whole frames.
    package init(streams: Int, seconds: Double, unit: CodeUnit) {
        self.streams = streams
        frames = max(1, Int((seconds / Self.frameSeconds).rounded(.up)))
        self.unit = unit
    }

    package var units: Int { frames * unit.unitsPerFrame }
    package var samples: Int { frames * SNACFrame.samples }
    package var seconds: Double { Double(frames) * Self.frameSeconds }

    /// When the stream's first code comes.
    package func start(of stream: Int) -> Double {
        Double(stream) * Self.frameSeconds / Double(streams)
    }

    /// When the last code of a unit comes.
    package func due(_ index: Int, of stream: Int) -> Double {
        start(of: stream) + Double(unit.codes(of: index).upperBound - 1) * Self.codeSeconds
    }

    /// All units of all streams, in the order in which they are due.
    package var schedule: [(due: Double, stream: Int)] {
        (0..<units).flatMap { unit in
            (0..<streams).map { (due: due(unit, of: $0), stream: $0) }
        }.sorted { $0.due < $1.due }
    }
}
