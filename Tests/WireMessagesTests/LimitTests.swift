import LyreRPC
import Testing
import WireMessages

struct LimitTests {
    private func error(_ body: () throws -> Void) -> RPCError? {
        do {
            try body()
            return nil
        } catch { return error as? RPCError }
    }

    /// A field with a length, by hand.
    private func field(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
        precondition(content.count < 128)
        return [number << 3 | 2, UInt8(content.count)] + content
    }

    // MARK: Sizes

    @Test func headersUpToFourKibibytes() throws {
        func reset(_ count: Int) -> [UInt8] {
            // An unknown field pads a PING to the byte.
            [8, 8, 0xaa, 6] + [UInt8((count - 6) & 127 | 128), UInt8((count - 6) >> 7)]
                + [UInt8](repeating: 0, count: count - 6)
        }
        #expect(reset(4096).count == 4096)
        #expect(try FrameCodec.frame(header: reset(4096), payload: []).body == .ping(nonce: 0))
        let error = error { _ = try FrameCodec.frame(header: reset(4097), payload: []) }
        #expect(error?.status.message == "a header of 4097 bytes exceeds 4 KiB")
    }

    @Test func payloadsUpToOneMebibyte() throws {
        let header = FrameCodec.header(of: WireFrame(.data(end: false), payload: []))
        let largest = [UInt8](repeating: 1, count: 1 << 20)
        #expect(try FrameCodec.frame(header: header, payload: largest).payload == largest)
        let error = error { _ = try FrameCodec.frame(header: header, payload: largest + [1]) }
        #expect(error?.status.message == "a payload of 1048577 bytes exceeds 1 MiB")
    }

    @Test func longSentencesAreCutToFitTheHeader() throws {
        let long = String(repeating: "🎙", count: 5000)
        for body in [
            .status(Status(.internal, long, reason: long)), .reset(reason: long),
            .goAway(lastStream: 1, reason: long),
        ] as [WireFrame.Body] {
            let header = FrameCodec.header(
                of: WireFrame(session: .max, stream: .max, sequence: .max, body))
            #expect(header.count <= WireRules.maximumHeader)
            _ = try FrameCodec.frame(header: header, payload: [])
        }
    }

    // MARK: Memory

    @Test func aMebibyteOfEmptySubmessagesIsRefused() {
        let prompts = [UInt8](repeating: 0, count: 1 << 20).enumerated().map {
            $0.offset % 2 == 0 ? 0x0a : 0 as UInt8
        }
        let error = error { _ = try PrepareReply(decoding: prompts) }
        #expect(error?.code == .invalidArgument)
    }

    @Test func aRealReplyOfThousandsOfPromptsIsNot() throws {
        let reply = PrepareReply(
            prompts: (0..<10_000).map {
                PreparedPrompt(text: "Prompt \($0).", source: $0..<($0 + 1))
            })
        #expect(try PrepareReply(decoding: reply.encoded()) == reply)
    }

    @Test func manyCodesAreNot() throws {
        let frames = CodeFrames(codes: (0..<70_000).map { $0 % 4096 })
        #expect(try CodeFrames(decoding: frames.encoded()) == frames)
    }

    @Test func deepNestingIsUnknownContentHere() {
        // Ten thousand levels: no message of Lyre's contains itself, so nothing recurses.
        var bytes: [UInt8] = []
        for _ in 0..<10_000 {
            var length = bytes.count
            var head: [UInt8] = [0x0a]
            while length >= 128 {
                head.append(UInt8(length & 127) | 128)
                length >>= 7
            }
            bytes = head + [UInt8(length)] + bytes
        }
        for kind in MessageKind.all { _ = try? kind.again(bytes) }
        for kind in MessageKind.all {
            _ = try? JSONMessages.decode(bytes, schemaName: kind.schemaName)
        }
        _ = try? FrameCodec.frame(header: Array(bytes.prefix(4096)), payload: [])
    }

    // MARK: What protobuf-c does not check

    @Test(
        arguments: [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf5, 0x80, 0x80, 0x80]]
            as [[UInt8]])
    func textThatIsNoUTF8IsRefused(_ bytes: [UInt8]) {
        let text = field(1, [0x61] + bytes)
        for refused in [
            error { _ = try PrepareRequest(decoding: text) },
            error { _ = try GenerateRequest(decoding: text) },
            error { _ = try HealthRequest(decoding: text) },
            error { _ = try SpeakRequest(decoding: field(2, bytes)) },
        ] {
            #expect(refused?.code == .invalidArgument)
            #expect(refused?.status.reason == "invalid_utf8")
        }
        let header: [UInt8] = [8, 12, 0xc2, 1] + [UInt8(text.count)] + text  // RESET with a reason
        #expect(
            error { _ = try FrameCodec.frame(header: header, payload: []) }?.status.message
                == "the field reason is not valid UTF-8")
    }

    /// protobuf-c would cut the text there, and nobody would know.
    @Test func zeroBytesWithinTextAreRefused() throws {
        let text = field(1, [0x61, 0, 0x62])
        for refused in [
            error { _ = try PrepareRequest(decoding: text) },
            error { _ = try SpeakRequest(decoding: field(2, [0, 0x62])) },
            error { _ = try SpeakRequest(decoding: field(1, field(1, [0x61, 0]))) },
            error { _ = try PrepareReply(decoding: field(1, text)) },
        ] { #expect(refused?.status.message.hasSuffix("holds U+0000") == true) }
        #expect(try EncodeRequest(decoding: field(1, [0, 0])).samples == [0, 0])
    }

    @Test func zeroBytesInOurOwnTextAreReplaced() throws {
        let request = PrepareRequest(text: "a\0b")
        #expect(try PrepareRequest(decoding: request.encoded()).text == "a\u{fffd}b")
    }

    @Test func kindsThatThereAreNotAreRefused() {
        for kind in [0, 13, 127] as [UInt8] {
            #expect(
                error { _ = try FrameCodec.frame(header: [8, kind], payload: []) }?.status.message
                    == "there is no frame of kind \(kind)")
        }
        #expect(error { _ = try FrameCodec.frame(header: [], payload: []) } != nil)
        // Minus one.
        let minus: [UInt8] = [8] + [UInt8](repeating: 0xff, count: 9) + [1]
        #expect(error { _ = try FrameCodec.frame(header: minus, payload: []) } != nil)
    }

    @Test func aBodyThatBelongsToAnotherKindIsRefused() {
        for kind in [1, 2, 3, 7, 10, 11] as [UInt8] {
            let error = error {
                _ = try FrameCodec.frame(header: [8, kind, 0xc2, 1, 0], payload: [])
            }
            #expect(error?.status.message == "the header's body does not belong to its kind")
        }
    }

    @Test func enumValuesThatThereAreNotAreRefused() {
        #expect(
            error { _ = try DecodeStart(decoding: [0x18, 2]) }?.status.message
                == "there is no sample format 2")
        #expect(
            error { _ = try PrepareRequest(decoding: [0x18, 9]) }?.status.message
                == "there is no normalization 9")
    }

    @Test func anUnknownStatusCodeIsUnknown() throws {
        let frame = try FrameCodec.frame(header: [8, 5, 0x9a, 1, 2, 8, 99], payload: [])
        #expect(frame.body == .status(Status(.unknown)))
    }

    @Test func aHelloBackwardsIsRefused() {
        #expect(
            error {
                _ = try FrameCodec.frame(header: [8, 1, 0x82, 1, 4, 8, 2, 16, 1], payload: [])
            }?.status.message
                == "HELLO's lowest version is above its highest")
    }

    @Test func messagesWithoutTheirPartAreRefused() {
        for refused in [
            error { _ = try SpeakRequest(decoding: []) },
            error { _ = try SpeakReply(decoding: []) },
            error { _ = try GenerateReply(decoding: []) },
            error { _ = try DecodeRequest(decoding: []) },
            error { _ = try DecodeReply(decoding: []) },
        ] { #expect(refused?.status.message.contains("came without any part") == true) }
    }

    @Test(arguments: [Double.nan, .infinity, -1, 5.1]) func temperaturesOutOfRangeAreRefused(
        _ value: Double
    ) {
        let bytes = [9] + (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> ($0 * 8)) }
        #expect(
            error { _ = try SamplingOptions(decoding: bytes) }?.status.message
                == "the temperature is outside of 0...5")
    }

    @Test func whatIsCutShortIsRefused() {
        let bytes = PrepareRequest(text: "Hello", voice: "tara").encoded()
        for count in 1..<bytes.count where count != 7 {
            #expect(
                error { _ = try PrepareRequest(decoding: Array(bytes.prefix(count))) }?.code
                    == .invalidArgument)
        }
    }
}
