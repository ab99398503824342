import Foundation

/// Writes a WAV file while its samples arrive; the file appears when it is finished.
public final class WAVWriter {
    private let file: AtomicFile
    private let sampleRate: Int
    private let format: WAVFormat
    /// Samples written so far.
    public private(set) var sampleCount = 0

    /// - Throws: ``AudioFileError`` where the folder is missing or not writable.
    public init(
        at url: URL, sampleRate: Int = 24_000, format: WAVFormat = .pcm16
    ) throws(AudioFileError) {
        file = try AtomicFile(at: url)
        self.sampleRate = sampleRate
        self.format = format
        try file.append(header)
    }

    public func append(_ samples: some Collection<Float>) throws(AudioFileError) {
        try file.append(format.bytes(samples))
        sampleCount += samples.count
    }

    /// Writes the length into the header and puts the file in its place. A writer that is dropped
    /// before leaves nothing behind.
    public func finish() throws(AudioFileError) {
        try file.overwriteStart(header)
        try file.commit()
    }

    private var header: [UInt8] {
        WAVHeader.bytes(sampleRate: sampleRate, format: format, sampleCount: sampleCount)
    }
}
