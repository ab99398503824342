import Foundation
import SNAC
import Testing

/// What a folder may hold, and the sentences where it does not.
@Suite struct ModelFolderTests {
    /// The sentence of a folder with these files.
    private func sentence(_ files: [String: Data]) throws -> String {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("lyre-model-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, data) in files { try data.write(to: folder.appendingPathComponent(name)) }
        do {
            _ = try SNACModel(folder: folder)
            return "loaded"
        } catch {
            return "\(error)"
        }
    }

    private func resource(_ name: String) throws -> Data {
        try Data(contentsOf: Vectors.folder.appendingPathComponent(name))
    }

    /// The configuration with other values in it.
    private func configuration(_ changes: [String: Any]) throws -> Data {
        var object =
            try JSONSerialization.jsonObject(with: resource("config.json")) as! [String: Any]
        for (key, value) in changes { object[key] = value }
        return try JSONSerialization.data(withJSONObject: object)
    }

    @Test func aGoodFolderLoads() throws {
        let files = [
            "config.json": try resource("config.json"),
            "model.safetensors": try resource("model.safetensors"),
        ]
        #expect(try sentence(files) == "loaded")
    }

    @Test func missingFilesAreNamed() throws {
        #expect(try sentence([:]).contains("config.json"))
        let config = try resource("config.json")
        #expect(try sentence(["config.json": config]).contains("there is no "))
    }

    @Test func weightsOfEitherFormatAreRead() throws {
        let config = try resource("torch/config.json")
        let bin = try resource("torch/pytorch_model.bin")
        let safe = try resource("torch/model.safetensors")
        #expect(try sentence(["config.json": config, "pytorch_model.bin": bin]) == "loaded")
        // Of two, the one that has no pickle.
        let both = ["config.json": config, "model.safetensors": safe]
        #expect(
            try sentence(both.merging(["pytorch_model.bin": Data("x".utf8)]) { $1 }) == "loaded")
        #expect(
            try sentence(["config.json": config, "pytorch_model.bin": Data(count: 8)])
                == "pytorch_model.bin is no file that torch.save wrote")
        let pointer = Data("version https://git-lfs.github.com/spec/v1\noid sha256:0\n".utf8)
        #expect(
            try sentence(["config.json": config, "pytorch_model.bin": pointer])
                == "pytorch_model.bin is a pointer of Git LFS: fetch the file itself, git lfs pull")
    }

    @Test func aFileThatShrinksWhileItIsReadIsRefused() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("lyre-model-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("model.safetensors")
        let header = #"{"x":{"dtype":"F32","shape":[1024],"data_offsets":[0,4096]}}"#
        try SafetensorsBuilder.file(header: header, data: 4096).write(to: file)
        let checkpoint = try Checkpoint.load(folder)
        #expect(try checkpoint.tensor("x", [1024]).values == [Float](repeating: 0, count: 1024))
        #expect(truncate(file.path, 1000) == 0)
        #expect(throws: CheckpointError("model.safetensors ends before byte \(4096 + 8 + 60)")) {
            try checkpoint.tensor("x", [1024])
        }
    }

    @Test func whatIsNoFileIsRefusedWithoutWaiting() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("lyre-model-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let config = folder.appendingPathComponent("config.json")
        #expect(mkfifo(config.path, 0o600) == 0)
        #expect(throws: CheckpointError("\(config.path) is no regular file")) {
            try SNACModel(folder: folder)
        }
        try FileManager.default.removeItem(at: config)
        try FileManager.default.createDirectory(at: config, withIntermediateDirectories: true)
        #expect(throws: CheckpointError("\(config.path) is a folder")) {
            try SNACModel(folder: folder)
        }
    }

    @Test func otherVariantsAreRefusedByName() throws {
        func refusal(_ changes: [String: Any]) throws -> String {
            try sentence(["config.json": configuration(changes)])
        }
        let attention = try refusal(["attn_window_size": 32, "sampling_rate": 44_100])
        #expect(
            attention
                == "config.json has attn_window_size 32 at sampling_rate 44100: this is a SNAC "
                + "with attention, as the 32 kHz and 44 kHz variants are; supported is the 24 kHz "
                + "variant, which has none")
        #expect(try refusal(["sampling_rate": 44100]).contains("sampling_rate 44100"))
        #expect(
            try refusal(["decoder_rates": [7, 7, 3, 3]]).contains("decoder_rates [7, 7, 3, 3]"))
        #expect(try refusal(["encoder_rates": [3, 3, 7, 7]]).contains("encoder_rates"))
        #expect(try refusal(["vq_strides": [8, 4, 2, 1]]).contains("vq_strides [8, 4, 2, 1]"))
        #expect(try refusal(["depthwise": false]).contains("depthwise"))
        #expect(try refusal(["decoder_dim": 1 << 40]).contains("decoder_dim"))
        #expect(try refusal(["encoder_dim": Int.max]).contains("encoder_dim"))
        #expect(try refusal(["latent_dim": 100]).contains("latent_dim 100"))
        #expect(try refusal(["codebook_size": "many"]).contains("wrong value for codebook_size"))
    }

    @Test func brokenConfigurationsAreRefused() throws {
        #expect(try sentence(["config.json": Data("{".utf8)]).contains("not valid JSON"))
        #expect(try sentence(["config.json": Data("[1]".utf8)]) == "config.json holds no object")
        #expect(
            try sentence(["config.json": configuration(["codebook_size": 4096.5])])
                == "config.json has a number that is no integer")
        #expect(
            try sentence(["config.json": Data("[".utf8) + Data(repeating: 0x5B, count: 60_000)])
                == "config.json is not valid JSON")
        #expect(try sentence(["config.json": Data("{}".utf8)]).contains("config.json has no "))
        #expect(
            try sentence(["config.json": Data(repeating: 0x20, count: 2 << 20)])
                .contains("at most 65536 are read"))
    }
}
