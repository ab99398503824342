import LyreRPC
import Testing
import WireMessages

struct JSONMessagesTests {
    private func bytes(_ json: String, _ name: String) throws -> [UInt8] {
        try JSONMessages.encode(json: json, schemaName: "lyre.speech.v1.\(name)")
    }

    private func text(_ message: some Message) throws -> String {
        try JSONMessages.decode(message.encoded(), schemaName: type(of: message).schemaName)
    }

    private func sentence(_ json: String, _ name: String) -> String? {
        do {
            _ = try bytes(json, name)
            return nil
        } catch { return (error as? RPCError)?.status.message }
    }

    // MARK: To bytes

    @Test(arguments: [
        #"{"start": {"firstFrame": 5, "noiseOff": true}}"#,
        #"{"start": {"first_frame": "5", "noise_off": true}}"#,
    ])
    func namesOfBothStyles(_ json: String) throws {
        #expect(
            try DecodeRequest(decoding: bytes(json, "DecodeRequest"))
                == .start(DecodeStart(seed: nil, firstFrame: 5)))
    }

    @Test func aRequestByHand() throws {
        let json =
            #" { "text" : "Gr\u00fc\u00df \ud83c\udf99\n" , "normalization":"NORMALIZATION_OFF", "voice": null } "#
        #expect(
            try PrepareRequest(decoding: bytes(json, "PrepareRequest"))
                == PrepareRequest(text: "Grüß 🎙\n", normalization: .off))
        #expect(try bytes("{}", "PrepareRequest") == [])
    }

    @Test func enumsByNumber() throws {
        #expect(
            try PrepareRequest(decoding: bytes(#"{"normalization": 1}"#, "PrepareRequest"))
                .normalization == .off)
    }

    @Test(arguments: ["18446744073709551615", "\"18446744073709551615\""])
    func sixtyFourBits(_ seed: String) throws {
        #expect(
            try GenerateRequest(decoding: bytes("{\"seed\": \(seed)}", "GenerateRequest")).seed
                == .max)
    }

    @Test(arguments: ["AAECA/8=", "AAECA/8", "AAECA_8="])
    func bytesAsBase64(_ samples: String) throws {
        #expect(
            try EncodeRequest(decoding: bytes("{\"samples\": \"\(samples)\"}", "EncodeRequest"))
                .samples
                == [0, 1, 2, 3, 255])
    }

    @Test func listsAndMessages() throws {
        let json = #"{"frames": {"codes": [1, 2, "3", 4.0, 5e0, 6, 4095]}}"#
        #expect(
            try DecodeRequest(decoding: bytes(json, "DecodeRequest"))
                == .frames(CodeFrames(codes: [1, 2, 3, 4, 5, 6, 4095])))
    }

    @Test func defaultsWithinAOneofAreSaid() throws {
        #expect(try SpeakRequest(decoding: bytes(#"{"text": ""}"#, "SpeakRequest")) == .text(""))
        #expect(
            try DecodeRequest(decoding: bytes(#"{"start": {}}"#, "DecodeRequest"))
                == .start(DecodeStart()))
    }

    // MARK: To text

    @Test func aReplyToRead() throws {
        let reply = PrepareReply(prompts: [PreparedPrompt(text: "say \"hi\"\n", source: 0..<8)])
        #expect(try text(reply) == #"{"prompts": [{"text": "say \"hi\"\n", "sourceEnd": 8}]}"#)
        #expect(try text(HealthReply(status: .serving)) == #"{"status": "SERVING"}"#)
        #expect(
            try text(DecodeReply(audio: Audio(firstSample: .max, samples: [0, 255])))
                == #"{"audio": {"firstSample": "18446744073709551615", "samples": "AP8="}}"#)
        #expect(
            try text(EncodeReply(frames: CodeFrames(codes: [1, 4095])))
                == #"{"frames": {"codes": [1, 4095]}}"#)
        #expect(try text(PrepareReply(prompts: [])) == "{}")
    }

    @Test func fieldsOfANewerPeerAreLeftOut() throws {
        #expect(
            try JSONMessages.decode(
                [0x8a, 1, 1, 65, 8, 1, 0x90, 3, 5], schemaName: "lyre.rpc.v1.HealthReply")
                == #"{"status": "SERVING"}"#)
        #expect(
            try JSONMessages.decode([8, 77], schemaName: "lyre.rpc.v1.HealthReply")
                == #"{"status": 77}"#)
    }

    @Test(arguments: [[8], [0x0a, 5, 1], [0x0b], [0xff, 0xff], [0x0a, 1, 0xff]] as [[UInt8]])
    func bytesThatAreNoMessageAreRefused(_ bytes: [UInt8]) {
        #expect(throws: RPCError.self) {
            try JSONMessages.decode(bytes, schemaName: "lyre.speech.v1.PrepareRequest")
        }
    }

    // MARK: Sentences

    @Test(arguments: [
        (
            "{\"texts\": 1}", "PrepareRequest",
            "a lyre.speech.v1.PrepareRequest has no field 'texts', only: text, voice, normalization, "
                + "rules, withReadings"
        ),
        (
            "{\"text\": 1}", "PrepareRequest",
            "the field text of a lyre.speech.v1.PrepareRequest is a text, not the number 1"
        ),
        (
            "{\"text\": \"a\", \"text\": \"b\"}", "PrepareRequest",
            "the field text of a lyre.speech.v1.PrepareRequest is given twice"
        ),
        (
            "{\"normalization\": \"SOME\"}", "PrepareRequest",
            "the field normalization of a lyre.speech.v1.PrepareRequest is one of "
                + "NORMALIZATION_AUTO, NORMALIZATION_OFF, not the text 'SOME'"
        ),
        (
            "{\"start\": {}, \"text\": \"a\"}", "SpeakRequest",
            "a lyre.speech.v1.SpeakRequest has either start or text, not both"
        ),
        (
            "{\"frames\": {\"codes\": [1, -1]}}", "DecodeRequest",
            "the field codes of a lyre.speech.v1.Frames is a whole number of 0 to 4294967295, not the number -1"
        ),
        (
            "{\"frames\": {\"codes\": 1}}", "DecodeRequest",
            "the field codes of a lyre.speech.v1.Frames is a list, not the number 1"
        ),
        (
            "{\"samples\": \"*\"}", "EncodeRequest",
            "the field samples of a lyre.speech.v1.EncodeRequest is base64, not the text '*'"
        ),
        ("[]", "PrepareRequest", "a lyre.speech.v1.PrepareRequest is an object, not a list"),
        ("", "PrepareRequest", "the JSON is not valid: a value is expected at byte 0"),
        ("{\"text\" \"a\"}", "PrepareRequest", "the JSON is not valid: ':' is expected at byte 8"),
        (
            "{\"text\": \"a\"} x", "PrepareRequest",
            "the JSON is not valid: nothing more is expected at byte 14"
        ),
        (
            "{\"text\": \"\\ud800\"}", "PrepareRequest",
            "the JSON is not valid: the second half of a pair is expected at byte 16"
        ),
        ("{}", "Nothing", "there is no message 'lyre.speech.v1.Nothing'"),
    ])
    func whatIsWrongIsNamed(_ json: String, _ name: String, _ sentence: String) {
        #expect(self.sentence(json, name) == sentence)
    }

    @Test func endlessNestingIsRefused() {
        let json = String(repeating: "[", count: 100_000)
        #expect(
            sentence(json, "PrepareRequest")
                == "the JSON is not valid: less nesting is expected at byte 32")
    }
}
