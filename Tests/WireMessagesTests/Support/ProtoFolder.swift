import Foundation
import LyreRPC
import WireMessages

/// The project's proto/ folder.
enum ProtoFolder {
    static let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func vector(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: project.appending(path: "proto/vectors/\(name)")))
    }
}

/// What proto/vectors/vectors.json tells.
struct Vectors: Decodable {
    struct Frame: Decodable {
        let name: String
        let payload: Payload?
    }
    struct Payload: Decodable { let message: String }
    struct Message: Decodable {
        let name: String
        let message: String
    }

    let frames: [Frame]
    let messages: [Message]

    static func load() throws -> Vectors {
        try JSONDecoder().decode(Vectors.self, from: Data(ProtoFolder.vector("vectors.json")))
    }

    /// The JSON of every payload and message, by the name of its file.
    static func json() throws -> [String: String] {
        let index = try JSONSerialization.jsonObject(with: Data(ProtoFolder.vector("vectors.json")))
        var texts: [String: String] = [:]
        func add(_ name: String, _ json: Any?) throws {
            guard let json else { return }
            texts[name] = String(
                decoding: try JSONSerialization.data(withJSONObject: json), as: UTF8.self)
        }
        for entry in (index as? [String: [[String: Any]]] ?? [:]).values.joined() {
            let name = entry["name"] as? String ?? ""
            try add("\(name).payload.bin", (entry["payload"] as? [String: Any])?["json"])
            try add("\(name).message.bin", entry["json"])
        }
        return texts
    }
}
