import Foundation
import SNAC
import Testing

/// Zip archives that are none, lie about themselves, or are of another kind.
@Suite struct BadZipTests {
    private static let pickle = PickleBuilder.program(
        PickleBuilder.dictionary([
            ("a", PickleBuilder.tensor(PickleBuilder.storage("0", count: 4), shape: [4]))
        ]))
    private let good = ZipBuilder(pickle: pickle, storages: ["0": Data(count: 16)])

    private func sentence(_ data: Data) -> String {
        do throws(CheckpointError) {
            _ = try Checkpoint(name: "m.bin", data)
            return "loaded"
        } catch {
            return error.description
        }
    }

    /// The sentence of the good archive with one thing changed.
    private func sentence(_ change: (inout ZipBuilder) -> Void) -> String {
        var archive = good
        change(&archive)
        return sentence(archive.build())
    }

    @Test("cut off anywhere", arguments: [false, true])
    func truncation(isWide: Bool) {
        var archive = good
        archive.isWide = isWide
        let data = archive.build()
        #expect(sentence(data) == "loaded")
        for length in 0..<data.count {
            let text = sentence(data.prefix(length))
            #expect(text.hasPrefix("m.bin is "), "\(length): \(text)")
        }
        for length in 1...80 {
            let text = sentence(data + Data(count: length))
            #expect(text.hasPrefix("m.bin is cut off: the end of its zip archive is missing"))
        }
    }

    @Test func onlyStoredEntriesAreRead() {
        let compressed = "m.bin has the zip entry archive/data/0 compressed; torch.save only stores"
        #expect(sentence { $0.entries[2].method = 8 } == compressed)
        #expect(sentence { $0.entries[2].method = 93 } == compressed)
        let encrypted = "m.bin has the zip entry archive/data/0 encrypted: it cannot be read"
        for flags in [1, 0x40, 0x2000] as [UInt16] {
            #expect(sentence { $0.entries[2].flags = flags } == encrypted)
        }
    }

    @Test func entriesLieWhereTheDirectorySays() {
        let misplaced =
            "m.bin is cut off or damaged: the zip entry archive/data/0 is not where its "
            + "directory says"
        #expect(sentence { $0.entries[2].localName = "archive/data/1" } == misplaced)
        #expect(sentence { $0.entries[2].localName = "archive/data/00" } == misplaced)
        for isWide in [false, true] {
            for size in [17, 10_000_000_000, UInt64(Int.max)] {
                let text = sentence {
                    $0.isWide = isWide
                    $0.entries[2].size = size
                }
                #expect(
                    text == misplaced
                        || text == "m.bin is damaged: its zip directory has an odd entry")
            }
            for offset in [1, 3, 60, 1 << 31, 1 << 62] as [UInt64] {
                let text = sentence {
                    $0.isWide = isWide
                    $0.entries[2].offset = offset
                }
                #expect(text.contains("damaged"), "\(text)")
            }
        }
        // Two entries of one place, which their names would tell, and of one name.
        #expect(sentence { $0.entries[3].offset = $0.entries[2].offset ?? 0 }.contains("damaged"))
        #expect(
            sentence { $0.entries.append($0.entries[2]) }
                == "m.bin has the zip entry archive/data/0 twice")
        // An entry within another's bytes.
        var inner = ZipBuilder(entries: [.init(name: "archive/x", data: Data("x".utf8))])
        inner.entries[0].flags = 0
        let hidden = inner.build().prefix(30 + 9 + 4 + 1)
        let overlap = sentence {
            $0.entries[0].data = hidden + Data(Self.pickle)
            $0.entries.append(.init(name: "archive/x", data: Data("x".utf8), offset: 47 + 2))
        }
        #expect(overlap.contains("damaged"), "\(overlap)")
    }

    @Test func theEndIsHeldAgainstTheFile() {
        /// The good archive with bytes of its end replaced, counted from the end.
        func patched(_ back: Int, _ bytes: [UInt8], isWide: Bool = false) -> String {
            var archive = good
            archive.isWide = isWide
            var data = archive.build()
            data.replaceSubrange(data.count - back..<data.count - back + bytes.count, with: bytes)
            return sentence(data)
        }
        #expect(patched(22, [0]).contains("the end of its zip archive is missing"))
        #expect(patched(18, [1]).contains("in parts, or with a comment"))
        #expect(patched(2, [1]).contains("in parts, or with a comment"))
        #expect(patched(14, [9]).contains("in parts, or with a comment"))
        #expect(patched(14, [9, 0, 9, 0]).contains("ends too soon"))
        #expect(patched(14, [1, 0, 1, 0]).contains("more entries than it says"))
        #expect(
            patched(14, [255, 255, 255, 255]).contains("claims a zip directory of 65535 entries"))
        #expect(patched(10, [0, 0, 0, 0x7F]).contains("more than a model has"))
        #expect(patched(6, [255, 255, 255, 255]).contains("does not lie where it says"))
        #expect(patched(6, [0]).contains("does not lie where it says"))
        // Zip64: the locator at 42 from the end, the record at 98.
        #expect(patched(34, [0], isWide: true).contains("its zip64 record is not where it says"))
        #expect(
            patched(34, [UInt8](repeating: 255, count: 8), isWide: true)
                .contains("its zip64 record is not where it says"))
        #expect(patched(98, [0], isWide: true).contains("its zip64 record is none"))
        #expect(patched(94, [0], isWide: true).contains("its zip64 record is none"))
        #expect(patched(82, [1], isWide: true).contains("in parts"))
        #expect(
            patched(66, [UInt8](repeating: 255, count: 8), isWide: true).contains("in parts"))
        #expect(
            patched(74, [UInt8](repeating: 255, count: 16), isWide: true).contains(
                "more than a model"))
        #expect(
            patched(50, [UInt8](repeating: 255, count: 8), isWide: true)
                .contains("does not lie where it says"))
        #expect(
            patched(14, [2, 0, 2, 0], isWide: true).contains("its two zip directories disagree"))
    }

    @Test func theContentIsOneModel() {
        #expect(
            sentence { $0.entries[0].name = "archive/other.pkl" }.contains("without one data.pkl"))
        #expect(
            sentence { $0.entries.append(.init(name: "more/data.pkl", data: Data())) }
                .contains("without one data.pkl"))
        #expect(
            sentence { $0.entries[1].data = Data("big".utf8) }.contains("of another byte order"))
        #expect(
            sentence { $0.entries[0].data = Data(count: 5 << 20) }.contains(
                "a pickle of 5242880 bytes"))
        #expect(sentence { $0.entries[0].data = Data() }.contains("its pickle ends too soon"))
        #expect(sentence(Data("PK".utf8)) == "m.bin is no file that torch.save wrote")
        #expect(
            sentence(ZipBuilder(entries: []).build()) == "m.bin is no file that torch.save wrote")
    }
}
