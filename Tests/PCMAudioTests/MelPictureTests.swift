import Foundation
import PCMAudio
import Testing

@Suite struct MelPictureTests {
    private func tone(_ hertz: Double, seconds: Double) -> [Float] {
        (0..<Int(seconds * 24_000)).map { Float(0.5 * sin(2 * .pi * hertz * Double($0) / 24_000)) }
    }

    /// Width and height, from the picture's header chunk.
    private func size(_ png: [UInt8]) -> (width: Int, height: Int) {
        func number(_ at: Int) -> Int { png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
        return (number(16), number(20))
    }

    /// A tone of half amplitude has -6 dB, in its own band.
    @Test func aToneIsInItsBand() {
        let lowest = MelSpectrogram([Float](repeating: 0, count: 4096)).columns[0]
        #expect(lowest.allSatisfy { $0 < -90 })
        for (hertz, band) in [(300.0, 9), (1000.0, 24), (5000.0, 57)] {
            let columns = MelSpectrogram(tone(hertz, seconds: 0.5)).columns
            #expect(columns.count == 47)
            let middle = columns[20]
            let loudest = middle.indices.max { middle[$0] < middle[$1] }!
            #expect(abs(loudest - band) <= 1, "\(hertz) Hz lies in band \(loudest)")
            #expect(abs(middle[loudest] + 6) < 4)
            #expect(middle[79] < middle[loudest] - 50)
        }
    }

    @Test func thePictureIsAPNGOfThatSize() throws {
        let png = try MelPicture.png(tone(440, seconds: 3))
        #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(png.suffix(8).prefix(4).elementsEqual("IEND".utf8))
        let (width, height) = size(png)
        #expect((480...1900).contains(width))
        #expect(height > 320)
    }

    @Test func anyLengthHasAPictureOfBoundedWidth() throws {
        for seconds in [0, 0.001, 0.2, 20, 120] {
            let (width, _) = size(try MelPicture.png(tone(200, seconds: seconds)))
            #expect((100...1900).contains(width), "\(seconds) s")
        }
    }

    @Test func aPictureThatCannotBeWrittenLeavesNothing() throws {
        let folder = try TemporaryFolder()
        #expect(throws: AudioFileError.self) {
            try MelPicture.write([0], to: folder.file("missing/a.png"))
        }
        try MelPicture.write([0], to: folder.file("a.png"))
        #expect(folder.names == ["a.png"])
    }
}
