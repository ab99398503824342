import Foundation
import LyreRPC
import Testing
import ZeroMQTransport

/// Keys, their files, and the list of those who may call.
struct KeyTests {
    private let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("lyre-keys-\(UUID())")

    private func within<Value>(_ body: (String) throws -> Value) throws -> Value {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder.path + "/")
    }

    private func message<Value>(_ body: () throws -> Value) -> String? {
        do { _ = try body() } catch { return "\(error)" }
        return nil
    }

    @Test func aPairInFilesIsTheSamePair() throws {
        try within { path in
            let pair = try KeyFiles.create(path + "alice")
            #expect(try KeyFiles.pair(at: path + "alice.key").publicKey == pair.publicKey)
            #expect(try KeyFiles.publicKey(at: path + "alice.pub") == pair.publicKey)
            let mode = try FileManager.default.attributesOfItem(atPath: path + "alice.key")
            #expect(mode[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func noKeyIsWrittenOver() throws {
        try within { path in
            let pair = try KeyFiles.create(path + "alice")
            #expect(
                message { try KeyFiles.create(path + "alice") }?.contains("never written over")
                    == true)
            try FileManager.default.removeItem(atPath: path + "alice.key")
            // The public half alone is in the way too, and no secret half is left behind.
            #expect(message { try KeyFiles.create(path + "alice") } != nil)
            #expect(!FileManager.default.fileExists(atPath: path + "alice.key"))
            #expect(try KeyFiles.publicKey(at: path + "alice.pub") == pair.publicKey)
        }
    }

    @Test func aSecretThatEverybodyCanReadIsRefused() throws {
        try within { path in
            _ = try KeyFiles.create(path + "alice")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o644], ofItemAtPath: path + "alice.key")
            #expect(
                message { try KeyFiles.pair(at: path + "alice.key") }?.contains("chmod 600") == true
            )
        }
    }

    @Test(arguments: [
        "", "short", String(repeating: "~", count: 40), String(repeating: "a", count: 41),
    ])
    func whatIsNoKey(_ text: String) throws {
        #expect(message { try PublicKey(text) } != nil)
        #expect(message { try KeyPair(secret: text) } != nil)
        try within { path in
            try Data(text.utf8).write(to: URL(fileURLWithPath: path + "x"))
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600], ofItemAtPath: path + "x")
            #expect(
                message { try KeyFiles.pair(at: path + "x") }?.contains("holds no secret key")
                    == true)
            #expect(
                message { try KeyFiles.publicKey(at: path + "x") }?.contains("holds no public key")
                    == true)
        }
    }

    @Test func aSecretIsNeverPrinted() throws {
        try within { path in
            let pair = try KeyFiles.create(path + "alice")
            let secret = try String(contentsOfFile: path + "alice.key", encoding: .utf8)
                .trimmingCharacters(in: .newlines)
            var dumped = ""
            dump(pair, to: &dumped)
            for text in ["\(pair)", String(reflecting: pair), dumped] {
                #expect(!text.contains(secret))
                #expect(text.contains(pair.publicKey.description))
            }
        }
    }

    @Test func aListOfCallers() throws {
        let (alice, otto) = (KeyPair().publicKey, KeyPair().publicKey)
        let list = try AccessList(
            "# keys\n\n\(alice)  client,frontend   alice\n\(otto)\toperator\totto\r\n")
        #expect(list.names == ["alice", "otto"])
        #expect(list.caller(alice) == Caller(name: "alice", roles: [.client, .frontend]))
        #expect(list.caller(otto) == Caller(name: "otto", roles: [.operator]))
        #expect(list.caller(KeyPair().publicKey) == nil)
    }

    private static let key = KeyPair().publicKey.description

    @Test(arguments: [
        ("nonsense client alice", "line 1: its first word is no public key"),
        ("# fine\n\(key) client", "line 2: a line is KEY ROLE[,ROLE] NAME"),
        ("\(key) king alice", "line 1: there is no role 'king', only client, frontend, operator"),
        ("\(key) , alice", "line 1: the key has no role"),
        ("\(key) client a\n\(key) client b", "line 2: the key stands in the list twice"),
        (
            "\(key) client a\n\(KeyPair().publicKey) client a",
            "line 2: there are two keys named 'a'"
        ),
        (
            "\(key) client local",
            "line 1: 'local' cannot be a name: at most 64 bytes, and not 'local'"
        ),
    ])
    func whatIsWrongWithAList(_ text: String, _ expected: String) {
        #expect(message { try AccessList(text) } == expected)
    }
}
