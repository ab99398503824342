import Foundation

/// A sound in one channel, as a WAV file holds it.
public struct WAVFile: Equatable, Sendable {
    /// Samples a second.
    public var sampleRate: Int
    /// Samples, full scale ±1.
    public var samples: [Float]

    public init(sampleRate: Int = 24_000, samples: [Float]) {
        self.sampleRate = sampleRate
        self.samples = samples
    }

    /// The bytes of the file.
    public func bytes(format: WAVFormat = .pcm16) -> [UInt8] {
        WAVHeader.bytes(sampleRate: sampleRate, format: format, sampleCount: samples.count)
            + format.bytes(samples)
    }

    /// Writes the file aside and renames it, so nobody ever sees half of it.
    /// - Throws: ``AudioFileError``.
    public func write(to url: URL, format: WAVFormat = .pcm16) throws(AudioFileError) {
        try AtomicFile.write(bytes(format: format), to: url)
    }

    /// Reads a file of at most 1 GiB. See ``init(bytes:)``.
    /// - Throws: ``AudioFileError``.
    public init(contentsOf url: URL) throws(AudioFileError) {
        let limit = 1 << 30
        let data: Data
        do {
            let values = try url.resourceValues(forKeys: [.fileSizeKey])
            if let size = values.fileSize, size > limit {
                throw AudioFileError("\(url.lastPathComponent) is larger than 1 GiB")
            }
            data = try Data(contentsOf: url)
        } catch let error as AudioFileError {
            throw error
        } catch {
            throw AudioFileError("cannot read \(url.path): \(FileProblem.reason(error))")
        }
        do {
            try self.init(bytes: [UInt8](data))
        } catch {
            throw AudioFileError("\(url.lastPathComponent) \(error.description)")
        }
    }
}
