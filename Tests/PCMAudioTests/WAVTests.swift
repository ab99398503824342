import Foundation
import PCMAudio
import Testing

@Suite struct WAVTests {
    /// The sentence with which reading these bytes fails.
    private func sentence(_ bytes: [UInt8]) -> String {
        do {
            _ = try WAVFile(bytes: bytes)
            return "read"
        } catch {
            return error.description
        }
    }

    /// A file of that format chunk and those data bytes.
    private func file(format: [UInt8], data: [UInt8], claimed: UInt32? = nil) -> [UInt8] {
        let length = claimed ?? UInt32(data.count)
        return Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WAVEfmt ".utf8)
            + little(UInt32(format.count)) + format + Array("data".utf8) + little(length) + data
    }

    private func format(_ tag: UInt16, channels: UInt16, rate: UInt32, bits: UInt16) -> [UInt8] {
        let group = channels * bits / 8
        return little(tag) + little(channels) + little(rate) + little(rate * UInt32(group))
            + little(group) + little(bits)
    }

    private func little(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }

    @Test func quantisationRoundsToEvenAndClips() {
        let inputs: [Float] = [
            0, 1, -1, 1.5, -2, .infinity, -.infinity, .nan, 0.5 / 32767, 1.5 / 32767,
        ]
        #expect(
            PCM16.quantize(inputs)
                == [0, 32767, -32767, 32767, -32767, 32767, -32767, 0, 0, 2])
        #expect(PCM16.bytes([1, -1 / 32767]) == [0xFF, 0x7F, 0xFF, 0xFF])
    }

    @Test func theHeaderIsTheFormatsOwn() {
        let bytes = WAVFile(samples: [0, 1]).bytes()
        #expect(
            bytes == Array("RIFF".utf8) + [40, 0, 0, 0] + Array("WAVEfmt ".utf8)
                + [16, 0, 0, 0, 1, 0, 1, 0, 0xC0, 0x5D, 0, 0, 0x80, 0xBB, 0, 0, 2, 0, 16, 0]
                + Array("data".utf8) + [4, 0, 0, 0, 0, 0, 0xFF, 0x7F])
        let stream = WAVHeader.bytes(sampleRate: 24_000, format: .float32, sampleCount: nil)
        #expect(stream.count == WAVHeader.byteCount)
        #expect(stream[4..<8] == [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(stream[20..<22] == [3, 0])
        #expect(stream[40..<44] == [0xFF, 0xFF, 0xFF, 0xFF])
    }

    @Test func whatIsWrittenIsRead() throws {
        let folder = try TemporaryFolder()
        let samples: [Float] = (0..<999).map { sin(Float($0) * 0.1) * 0.9 }
        for format in WAVFormat.allCases {
            let url = folder.file("\(format).wav")
            try WAVFile(samples: samples).write(to: url, format: format)
            let read = try WAVFile(contentsOf: url)
            #expect(read.sampleRate == 24_000)
            #expect(read.samples.count == samples.count)
            let worst = zip(read.samples, samples).map { abs($0 - $1) }.max()!
            #expect(worst <= (format == .float32 ? 0 : 1e-4))
        }
        #expect(folder.names == ["float32.wav", "pcm16.wav"])
    }

    @Test func everyWidthAndChannelCountIsRead() throws {
        let stereo = file(
            format: format(1, channels: 2, rate: 16_000, bits: 16),
            data: [0x00, 0x40, 0x00, 0x20, 0x00, 0x80, 0x00, 0x80])
        #expect(
            try WAVFile(bytes: stereo) == WAVFile(sampleRate: 16_000, samples: [0.375, -1]))
        let wide = file(
            format: format(1, channels: 1, rate: 48_000, bits: 24),
            data: [0, 0, 0x40, 0, 0, 0x80])
        #expect(try WAVFile(bytes: wide).samples == [0.5, -1])
        let widest = file(
            format: format(1, channels: 1, rate: 48_000, bits: 32), data: [0, 0, 0, 0xC0])
        #expect(try WAVFile(bytes: widest).samples == [-0.5])
        let narrow = file(
            format: format(1, channels: 1, rate: 8_000, bits: 8), data: [0, 128, 192])
        #expect(try WAVFile(bytes: narrow).samples == [-1, 0, 0.5])
        let double = file(
            format: format(3, channels: 1, rate: 24_000, bits: 64),
            data: little((0.25).bitPattern) + little(Double.nan.bitPattern))
        #expect(try WAVFile(bytes: double).samples == [0.25, 0])
        // The extensible form: the format's tag opens the identifier of the sub-format.
        let extensible =
            format(0xFFFE, channels: 1, rate: 24_000, bits: 16) + little(UInt16(22))
            + little(UInt16(16)) + little(UInt32(4)) + little(UInt16(1))
            + [UInt8](repeating: 0, count: 14)
        #expect(try WAVFile(bytes: file(format: extensible, data: [0, 0x40])).samples == [0.5])
    }

    @Test func aStreamsHeaderMeansUntilTheEnd() throws {
        let header = WAVHeader.bytes(sampleRate: 24_000, format: .pcm16, sampleCount: nil)
        #expect(try WAVFile(bytes: header + PCM16.bytes([0.5, -0.5])).samples.count == 2)
        // Half a sample at the end is left out.
        #expect(try WAVFile(bytes: header + [0, 0x40, 7]).samples == [0.5])
    }

    @Test func otherChunksAreSkipped() throws {
        let good = WAVFile(samples: [0.5]).bytes()
        let odd = Array("LIST".utf8) + little(UInt32(3)) + [1, 2, 3, 0]
        #expect(try WAVFile(bytes: good[0..<12] + odd + good[12...]).samples.count == 1)
    }

    @Test func foreignAndBrokenFilesAreRefused() {
        #expect(sentence([]).contains("is no WAV file"))
        #expect(sentence(Array("RIFFxxxxAVI LIST".utf8)).contains("is no WAV file"))
        let good = WAVFile(samples: [0.5]).bytes()
        #expect(sentence(Array(good[0..<30])).contains("is cut off"))
        #expect(sentence(Array(good[0..<12])).contains("is cut off"))
        #expect(sentence(Array(good[0..<12] + good[36...])).contains("samples before its format"))
        let formats: [([UInt8], String)] = [
            (format(2, channels: 1, rate: 24_000, bits: 4), "format 2 with 4 bits"),
            (format(1, channels: 1, rate: 24_000, bits: 12), "format 1 with 12 bits"),
            (format(1, channels: 0, rate: 24_000, bits: 16), "0 channels"),
            (format(1, channels: 1, rate: 0, bits: 16), "0 samples a second"),
            ([1, 0], "a format of 2 bytes"),
        ]
        for (format, words) in formats {
            #expect(sentence(file(format: format, data: [0, 0])).contains(words))
        }
        let claim = Array("RIFF0000WAVEfmt ".utf8) + little(UInt32.max)
        #expect(sentence(claim).contains("is cut off"))
    }

    @Test func aWriterCutOffLeavesTheOldFile() throws {
        let folder = try TemporaryFolder()
        let url = folder.file("speech.wav")
        try WAVFile(samples: [0.5]).write(to: url)
        do {
            let writer = try WAVWriter(at: url)
            try writer.append([0.1, 0.2, 0.3])
        }
        #expect(folder.names == ["speech.wav"])
        #expect(try WAVFile(contentsOf: url).samples.count == 1)
    }

    @Test func aWriterGivesTheFileThatOneCallGives() throws {
        let folder = try TemporaryFolder()
        let samples: [Float] = (0..<100).map { Float($0) / 100 }
        for format in WAVFormat.allCases {
            let writer = try WAVWriter(at: folder.file("a.wav"), format: format)
            try writer.append(samples[..<33])
            try writer.append(samples[33...])
            try writer.finish()
            #expect(writer.sampleCount == 100)
            #expect(
                try [UInt8](Data(contentsOf: folder.file("a.wav")))
                    == WAVFile(samples: samples).bytes(format: format))
        }
    }

    @Test func aFileThatCannotBeWrittenIsNamed() throws {
        let folder = try TemporaryFolder()
        let file = WAVFile(samples: [0])
        do {
            try file.write(to: folder.file("missing/a.wav"))
            Issue.record("wrote into a missing folder")
        } catch {
            #expect(error.description.contains("missing/a.wav: no such file"))
        }
        do {
            try file.write(to: folder.url)
            Issue.record("wrote over a folder")
        } catch {
            #expect(error.description.contains("it is a folder"))
        }
        #expect(throws: AudioFileError.self) { try WAVFile(contentsOf: folder.file("none.wav")) }
        #expect(folder.names.isEmpty)
    }
}
