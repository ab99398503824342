import Foundation
import ModelHub
import Testing

@Suite("Names, tokens and checksums")
struct NameTests {
    @Test("names of repositories")
    func repositories() throws {
        for good in ["hubertsiuzdak/snac_24khz", "gpt2", "a/b.c-d_e", "A1/9"] {
            #expect(try HubRepository(good).description == good)
        }
        #expect(try HubRepository("hubertsiuzdak/snac_24khz").name == "snac_24khz")
        for bad in [
            "", "/", "a/", "/b", "a/b/c", "..", "a/..", "../b", ".a/b", "a/-b", "a b/c", "a/b?x",
            "a/b#x",
            "a/b%2e", "a\\b", "a/b\n", "ä/b", "a/b..c", String(repeating: "a", count: 97),
        ] {
            let failure = #expect(throws: HubFailure.self) { try HubRepository(bad) }
            #expect(failure?.kind == .invalidName)
            #expect(failure?.description.contains("\n") == false)
        }
    }

    @Test("names of files")
    func files() throws {
        for good in ["config.json", "onnx/model.onnx", "a b.txt", "ä.bin", "..a", "a..b/c."] {
            #expect(try HubFileName(good).description == good)
        }
        for bad in [
            "", "/etc/passwd", "..", ".", "a/../b", "a//b", "a/", "a\\..\\b", "a\0b", "a\nb",
            "\u{1B}[2J",
            "a\u{85}b", String(repeating: "a", count: 201),
        ] {
            #expect(throws: HubFailure.self) { try HubFileName(bad) }
        }
    }

    @Test("revisions and endpoints")
    func others() throws {
        for good in ["main", "v1.0", "refs/pr/1", FakeCommit.text] {
            #expect(try HubRevision(good).description == good)
        }
        for bad in ["", "a b", "a..b", "-x", "/x", "a\r\nb", "x?y", "x^"] {
            #expect(throws: HubFailure.self) { try HubRevision(bad) }
        }
        #expect(try HubEndpoint("https://hub.example/").origin == "https://hub.example")
        #expect(try HubEndpoint("http://u:p@hub.example:81/at//").origin == "http://hub.example:81")
        for bad in [
            "", "hub.example", "ftp://hub.example", "https://", "https://a b", "https://a?x",
            "http:a",
        ] {
            #expect(throws: HubFailure.self) { try HubEndpoint(bad) }
        }
    }

    private enum FakeCommit { static let text = String(repeating: "a1", count: 20) }

    @Test("a token is found where the hub's tools look, and prints as nothing")
    func tokens() throws {
        let home = NSTemporaryDirectory() + "lyre-home-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: home) }
        func put(_ text: String, _ path: String) throws {
            let url = URL(fileURLWithPath: "\(home)/\(path)")
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        func found(_ environment: [String: String]) -> String? {
            HubToken.find(in: ["HOME": home].merging(environment) { $1 })?.authorization
        }
        #expect(found([:]) == nil)
        try put("one\n", ".cache/huggingface/token")
        try put(" two ", "other")
        try put("three", "hf/token")
        try put("four", "xdg/huggingface/token")
        #expect(found([:]) == "Bearer one")
        #expect(found(["HF_TOKEN_PATH": "\(home)/other"]) == "Bearer two")
        #expect(found(["HF_HOME": "\(home)/hf"]) == "Bearer three")
        #expect(found(["XDG_CACHE_HOME": "\(home)/xdg"]) == "Bearer four")
        #expect(found(["HF_TOKEN": "five", "HF_HOME": "\(home)/hf"]) == "Bearer five")
        #expect(found(["HF_TOKEN": " \n"]) == "Bearer one")

        let token = try #require(HubToken("secret"))
        var dumped = ""
        dump(token, to: &dumped)
        for text in ["\(token)", String(reflecting: token), dumped, "\([token])"] {
            #expect(!text.contains("secret"), "\(text)")
        }
    }

    /// Figures of `sha256sum` and `git hash-object`.
    @Test("checksums are those of the hub")
    func digests() throws {
        let path = NSTemporaryDirectory() + "lyre-digest-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("Hello from Lyre.\n".utf8).write(to: URL(fileURLWithPath: path))
        let sha256 = "889d6b66775572f7309fbd7698956af09d792c4ab05d6ed8e82ae4ca560a8e9a"
        let blob = "28de44154341ade888777e39e507df264997e729"
        #expect(HubDigest(etag: "\"\(sha256)\"") == .sha256(sha256))
        #expect(HubDigest(etag: "W/\"\(blob.uppercased())\"") == .gitBlob(blob))
        #expect(try HubDigest.sha256(sha256).matches(path: path))
        #expect(try HubDigest.gitBlob(blob).matches(path: path))
        #expect(try !HubDigest.gitBlob(String(sha256.prefix(40))).matches(path: path))
        #expect(try !HubDigest.sha256(sha256).matches(path: path + "-not"))
        for bad in [
            "", "\"\"", "d41d8cd98f00b204e9800998ecf8427e", "abc-5",
            String(repeating: "g", count: 40),
        ] {
            #expect(HubDigest(etag: bad) == nil)
        }
    }
}
