import Foundation
import SNAC
import Testing

private typealias Pickle = PickleBuilder

/// Files that claim to be `pytorch_model.bin`. Each is refused in one sentence.
@Suite struct BadTorchFileTests {
    private func sentence(_ data: Data) -> String {
        do throws(CheckpointError) {
            _ = try Checkpoint(name: "m.bin", data)
            return "loaded"
        } catch {
            return error.description
        }
    }

    private func sentence(_ body: Pickle.Code, _ storages: [String: Data] = [:]) -> String {
        sentence(ZipBuilder(pickle: Pickle.program(body), storages: storages).build())
    }

    private static let storage = Pickle.storage("0", count: 4)
    private static let four = ["0": Data(count: 16)]

    private static let good = ZipBuilder(
        pickle: Pickle.program(Pickle.dictionary([("a", Pickle.tensor(storage, shape: [2, 2]))])),
        storages: four)

    @Test func theFileThatTheseDamageIsGood() throws {
        for (isWide, streams) in [(false, false), (false, true), (true, false), (true, true)] {
            var archive = Self.good
            (archive.isWide, archive.streams) = (isWide, streams)
            let file = try Checkpoint(name: "m.bin", archive.build())
            #expect(try file.tensor("a", [2, 2]).values == [0, 0, 0, 0])
        }
    }

    @Test(
        "functions are named and not called",
        arguments: [
            ("os", "system"), ("posix", "system"), ("nt", "system"), ("subprocess", "Popen"),
            ("__builtin__", "eval"), ("builtins", "exec"),
            ("numpy.core.multiarray", "_reconstruct"),
            ("numpy._core.multiarray", "scalar"), ("torch", "load"), ("torch._utils", "_rebuild"),
            ("collections", "OrderedDict.fromkeys"), ("__torch__", "Model"),
        ])
    func calls(module: String, name: String) {
        let refusal =
            "m.bin calls \(module).\(name): refused, a model file may build tensors and "
            + "nothing else"
        let call = Pickle.call(Pickle.global(module, name), [Pickle.text("id")])
        #expect(sentence(call) == refusal)
        #expect(sentence(Pickle.dictionary([("a", call)])) == refusal)
        // By the opcode that pushes and calls at once.
        let instance =
            [0x28] + Pickle.text("id") + [0x69] + Pickle.Code("\(module)\n\(name)\n".utf8)
        #expect(sentence(instance) == refusal)
    }

    @Test func namesCannotForgeSentences() {
        let text = sentence(Pickle.global("os\u{1B}[31m", "system\u{7}") + [0x29, 0x52])
        #expect(text.hasPrefix("m.bin calls os?[31m.system?: refused"))
        let long = sentence(Pickle.global(String(repeating: "o", count: 900), "x"))
        #expect(long.count < 200)
    }

    @Test(
        "opcodes that build no tensors",
        arguments: [
            ("a list", [0x5D], 0x5D), ("a float", [0x47] + [UInt8](repeating: 0, count: 8), 0x47),
            ("an object", [0x29, 0x81], 0x81), ("an extension", [0x82, 1], 0x82),
            ("a global of the stack", [0x93], 0x93), ("a frame", [0x95], 0x95),
            ("none", [0x4E], 0x4E), ("a text line", [0x56, 0x61, 0x0A], 0x56),
            ("an id line", [0x50, 0x61, 0x0A], 0x50), ("bytes", [0x42, 0, 0, 0, 0], 0x42),
        ] as [(String, [UInt8], Int)])
    func opcodes(what: String, body: [UInt8], opcode: Int) {
        #expect(
            sentence(body)
                == "m.bin has the pickle opcode \(opcode), which builds no tensors: refused",
            "\(what)")
    }

    @Test func tensorsAreHeldAgainstTheirStorages() {
        func refusal(_ tensor: Pickle.Code, _ storages: [String: Data] = Self.four) -> String {
            sentence(Pickle.dictionary([("a", tensor)]), storages)
        }
        let storage = Self.storage
        #expect(refusal(Pickle.tensor(storage, shape: [2, 2])) == "loaded")
        let part = "m.bin gives a a part of data/0 that the storage does not have"
        #expect(refusal(Pickle.tensor(storage, shape: [5])) == part)
        #expect(refusal(Pickle.tensor(storage, shape: [2_500_000_000])) == part)
        #expect(refusal(Pickle.tensor(storage, offset: 1, shape: [4])) == part)
        #expect(refusal(Pickle.tensor(storage, offset: -1, shape: [4])) == part)
        #expect(refusal(Pickle.tensor(storage, offset: .max, shape: [4])) == part)
        #expect(
            refusal(
                Pickle.tensor(Pickle.storage("0", count: 2_500_000_000), shape: [2_500_000_000]))
                == "m.bin has 16 bytes in data/0, where a claims 10000000000")
        #expect(
            refusal(Pickle.tensor(Pickle.storage("0", "HalfStorage", count: 4), shape: [4]))
                == "m.bin has 16 bytes in data/0, where a claims 8")
        #expect(
            refusal(Pickle.tensor(storage, shape: [4]), [:])
                == "m.bin has no data/0, where a should be")
        #expect(
            refusal(Pickle.tensor(Pickle.storage("../data.pkl", count: 4), shape: [4]))
                == "m.bin has no data/../data.pkl, where a should be")
        for shape in [[1 << 40, 1 << 40], [-1], [-2, -2]] {
            #expect(refusal(Pickle.tensor(storage, shape: shape)).contains("an impossible shape"))
        }
        #expect(
            refusal(Pickle.tensor(Pickle.storage("0", count: -1), shape: [0]))
                .contains("an impossible shape"))
        #expect(
            refusal(Pickle.tensor(storage, shape: [2, 2], strides: [2]))
                == "m.bin claims 2 dimensions and 1 strides for a")
        #expect(
            refusal(Pickle.tensor(storage, shape: [Int](repeating: 1, count: 9)))
                == "m.bin claims 9 dimensions and 9 strides for a")
        for strides in [[1, 2], [0, 0], [0, 1], [-2, 1], [.min, .max]] {
            #expect(
                refusal(Pickle.tensor(storage, shape: [2, 2], strides: strides)).contains(
                    "m.bin holds a as a view with strides \(strides): save it with .contiguous()"))
        }
    }

    @Test func argumentsAreThoseOfTorchSave() {
        let rebuild = Pickle.global("torch._utils", "_rebuild_tensor_v2")
        let odd =
            "m.bin calls torch._utils._rebuild_tensor_v2 with arguments that torch.save does "
            + "not write: refused"
        #expect(sentence(Pickle.call(rebuild, [])) == odd)
        #expect(sentence(Pickle.call(rebuild, [Self.storage])) == odd)
        let hooks = Pickle.dictionary([("hook", Pickle.integer(1))])
        let empty = Pickle.tuple([])
        #expect(
            sentence(Pickle.call(rebuild, [Self.storage, [0x4B, 0], empty, empty, [0x89], hooks]))
                == odd)
        #expect(
            sentence(Pickle.call(Pickle.global("collections", "OrderedDict"), [Pickle.integer(1)]))
                .contains("calls collections.OrderedDict with arguments"))
        #expect(
            sentence(Pickle.call(Pickle.text("os.system"), [])).contains(
                "calls what is no function"))
        #expect(
            sentence(Pickle.text("0") + [0x51]).contains(
                "refers to a storage as torch.save does not"))
        #expect(sentence(Pickle.text("a") + [0x7D, 0x62]).contains("gives attributes"))
    }

    @Test func structureIsBounded() {
        let storage = Self.storage
        let tensor = Pickle.tensor(storage, shape: [2, 2])
        #expect(
            sentence(Pickle.dictionary([("a", tensor), ("a", tensor)]), Self.four)
                == "m.bin names a twice")
        #expect(
            sentence(Pickle.dictionary([("a", Pickle.integer(3))])).contains(
                "a, which is no tensor"))
        #expect(
            sentence([0x7D, 0x28] + Pickle.integer(1) + tensor + [0x75]).contains(
                "a key that is no text"))
        #expect(sentence(tensor, Self.four) == "m.bin holds no dictionary of tensors")
        // Nested deeply: tuples in tuples, marks, dictionaries in dictionaries.
        let deep = Pickle.tuple([Pickle.tuple([Pickle.tuple([])])])
        #expect(sentence(deep).contains("tuples nested deeper"))
        #expect(
            sentence([0x29] + [UInt8](repeating: 0x85, count: 100_000)).contains(
                "tuples nested deeper"))
        #expect(sentence([UInt8](repeating: 0x28, count: 100_000)).contains("makes no sense"))
        let nest = Pickle.Code([[0x7D], Pickle.text("a")].joined())
        let dictionaries: Pickle.Code = Pickle.Code(repeatElement(nest, count: 5000).joined())
        #expect(
            sentence(dictionaries + [0x7D] + Pickle.Code(repeating: 0x73, count: 5000))
                .contains("holds a, which is no tensor"))
        // A dictionary within itself, and one that is shared.
        let cycle: [UInt8] = [0x7D, 0x71, 0] + Pickle.text("a") + [0x68, 0, 0x73]
        #expect(sentence(cycle).contains("recalls a value that it never stored, or a dictionary"))
        #expect(sentence([0x68, 9]).contains("recalls a value that it never stored"))
        // Memos that double: a tuple of the last, twice, and so on.
        var bomb: [UInt8] = [0x29, 0x71, 0]
        for index in 0..<60 as Range<UInt8> {
            bomb += [0x68, index, 0x68, index, 0x86, 0x71, index + 1]
        }
        #expect(sentence(bomb).contains("tuples nested deeper"))
        // Too much of anything.
        #expect(
            sentence([UInt8](repeating: 0x88, count: 30_000)).contains(
                "more values than a model needs"))
        let idle: Pickle.Code =
            [0x88] + repeatElement([0x71, 0] as Pickle.Code, count: 600_000).joined()
        #expect(sentence(idle).contains("more opcodes than a model needs"))
        let puts: [Pickle.Code] = (0...100_000).map { [0x72] + Pickle.little(UInt32($0)) }
        let memos: Pickle.Code = [0x88] + puts.joined()
        #expect(sentence(memos).contains("remembers more than a model needs"))
        #expect(sentence([0x58] + Pickle.little(UInt32.max)).contains("a name of 4294967295 bytes"))
        #expect(sentence([0x58] + Pickle.little(UInt32(9))).contains("its pickle ends too soon"))
        #expect(sentence([0x8A, 255]).contains("an integer of 255 bytes"))
        let many = (0..<10_001).map { ("\($0)", [0x68, 0] as Pickle.Code) }
        let start = Pickle.tensor(storage, shape: [4]) + [0x71, 0]
        #expect(
            sentence(
                start + Pickle.dictionary(Array(many[..<9000]))
                    + many[9000...].flatMap {
                        Pickle.text($0.0) + $0.1 + [0x73]
                    }, Self.four
            ).contains("more than 10000 tensors"))
    }

    @Test func otherProtocolsAreNamed() {
        var archive = Self.good
        archive.entries[0].data = Data([0x80, 4, 0x95, 0, 0, 0, 0, 0, 0, 0, 0, 0x7D, 0x2E])
        #expect(sentence(archive.build()).contains("is pickled by protocol 4"))
        archive.entries[0].data = Data("cos\nsystem\n".utf8)
        #expect(sentence(archive.build()).contains("its pickle does not start as one"))
        archive.entries[0].data = Self.good.entries[0].data + Data([0x2E])
        #expect(sentence(archive.build()).contains("makes no sense"))
    }
}
