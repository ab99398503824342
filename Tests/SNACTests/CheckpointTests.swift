import Foundation
import SNAC
import TestSupport
import Testing

/// Model folders, right and wrong.
@Suite struct CheckpointTests {
    let weights: Data
    let configuration: SNACConfiguration
    let frames: [SNACFrame]

    init() throws {
        weights = try Data(contentsOf: Vectors.folder.appendingPathComponent("model.safetensors"))
        configuration = try SNACConfiguration(
            json: Data(contentsOf: Vectors.folder.appendingPathComponent("config.json")))
        var random = SeededGenerator(seed: 2)
        frames = random.frames(4, size: 60)
    }

    private func model(_ data: Data) throws -> SNACModel {
        try SNACModel(configuration: configuration, checkpoint: Checkpoint(data))
    }

    /// The sentence with which loading these weights fails.
    private func sentence(_ data: Data) -> String {
        do {
            _ = try model(data)
            return "loaded"
        } catch {
            return "\(error)"
        }
    }

    @Test func olderNamesOfWeightNormAreRead() throws {
        let (header, data) = try SafetensorsBuilder.split(weights)
        var renamed: [String: Any] = [:]
        for (name, value) in header {
            let old = name.replacingOccurrences(
                of: "parametrizations.weight.original0", with: "weight_g"
            ).replacingOccurrences(of: "parametrizations.weight.original1", with: "weight_v")
            renamed[old] = value
        }
        #expect(renamed.keys.contains("decoder.model.0.weight_g"))
        let old = try model(SafetensorsBuilder.join(renamed, data))
        let expected = try model(weights).decode(frames, noise: .seed(1))
        #expect(try old.decode(frames, noise: .seed(1)) == expected)
    }

    @Test func singlePrecisionEqualsHalfWhereTheValuesDo() throws {
        let wide = try model(SafetensorsBuilder.widened(weights))
        #expect(
            try wide.decode(frames, noise: .off) == model(weights).decode(frames, noise: .off))
    }

    @Test func brainFloatsAreRead() throws {
        let header = #"{"x":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}}"#
        var file = SafetensorsBuilder.file(header: header, data: 0)
        file.append(contentsOf: [0x80, 0x3F, 0x49, 0xC0])
        #expect(try Checkpoint(file).tensor("x", [2]).values == [1, -3.140625])
    }

    @Test func everyTruncationIsRefused() {
        for length in [0, 7, 8, 9, 1000, weights.count / 2, weights.count - 1] {
            let text = sentence(weights.prefix(length))
            #expect(text.hasPrefix("model.safetensors is "), "\(length): \(text)")
        }
        #expect(sentence(weights.prefix(weights.count - 1)).contains("is cut off"))
    }

    @Test func foreignFilesAreRefused() {
        let archive = Data("PK\u{3}\u{4} not a model at all".utf8)
        #expect(sentence(archive).contains("is no safetensors file"))
        #expect(sentence(Data("{\"a\": 1}".utf8)).contains("is no safetensors file"))
        #expect(
            sentence(SafetensorsBuilder.file(header: "[]", data: 0)).contains("is no JSON object"))
        #expect(
            sentence(SafetensorsBuilder.file(header: "{}", data: 0))
                .contains("it is no SNAC of this configuration"))
    }

    @Test func claimsAreHeldAgainstTheFile() {
        func header(_ text: String, data: Int = 16) -> String {
            sentence(SafetensorsBuilder.file(header: text, data: data))
        }
        let huge = SafetensorsBuilder.file(header: "{}", data: 0, claimed: .max)
        #expect(sentence(huge).contains("claims a header of 18446744073709551615 bytes"))
        #expect(
            sentence(SafetensorsBuilder.file(header: "{}", data: 0, claimed: 1 << 20))
                .contains("is cut off: the header needs"))
        #expect(
            header(#"{"x":{"dtype":"F32","shape":[2500000000],"data_offsets":[0,10000000000]}}"#)
                .contains("x ends at byte 10000000000 of its data, which has 16"))
        #expect(
            header(#"{"x":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,16]}}"#)
                .contains("impossible shape"))
        #expect(
            header(#"{"x":{"dtype":"F32","shape":[-4],"data_offsets":[0,16]}}"#)
                .contains("impossible shape"))
        #expect(
            header(#"{"x":{"dtype":"F32","shape":[5],"data_offsets":[0,16]}}"#)
                .contains("gives x 16 bytes, its shape [5] needs 20"))
        #expect(
            header(#"{"x":{"dtype":"F32","shape":[4],"data_offsets":[16,0]}}"#)
                .contains("impossible bytes"))
        #expect(
            header(#"{"x":{"dtype":"I64","shape":[2],"data_offsets":[0,16]}}"#)
                .contains("holds x as I64"))
        #expect(header(#"{"x":{"dtype":"F32"}}"#).contains("incomplete header for x"))
        #expect(
            header(
                #"{"x":{"dtype":"F32","shape":[3],"data_offsets":[0,12]},"#
                    + #""y":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}"#
            ).contains("places x and y at the same bytes"))
    }

    @Test func aWrongShapeIsNamed() throws {
        var other = configuration
        other.decoderDim = 192
        #expect(
            throws: CheckpointError.self, "shapes are the configuration's"
        ) { try SNACModel(configuration: other, checkpoint: Checkpoint(weights)) }
        do {
            _ = try SNACModel(configuration: other, checkpoint: Checkpoint(weights))
        } catch {
            #expect("\(error)".contains("the configuration says ["))
        }
    }

    @Test func aValueThatIsNoNumberIsRefused() throws {
        var broken = weights
        // The last tensor's last half-precision value becomes a NaN.
        broken[broken.count - 1] = 0x7E
        #expect(sentence(broken).contains("no finite number"))
    }

    @Test func randomDamageNeverCrashes() {
        var random = SeededGenerator(seed: 99)
        for _ in 0..<300 {
            var damaged = weights.prefix(Int.random(in: 0...30_000, using: &random))
            for _ in 0..<Int.random(in: 1...8, using: &random) where !damaged.isEmpty {
                damaged[Int.random(in: 0..<damaged.count, using: &random)] =
                    UInt8.random(in: 0...255, using: &random)
            }
            #expect(sentence(damaged) != "loaded")
        }
    }
}
