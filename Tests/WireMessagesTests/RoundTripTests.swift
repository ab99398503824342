import LyreRPC
import Testing
import WireMessages

struct RoundTripTests {
    private func survives<M: Message & Equatable>(_ message: M) throws -> Bool {
        try M(decoding: message.encoded()) == message
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func messages(_ seed: UInt64) throws {
        var values = RandomValues(seed: seed)
        for message in values.messages() { #expect(try survives(message), "\(message)") }
    }

    @Test func framesOfEveryKind() throws {
        var values = RandomValues(seed: 1)
        for _ in 0..<5000 {
            let frame = values.frame()
            let header = FrameCodec.header(of: frame)
            #expect(try FrameCodec.frame(header: header, payload: frame.payload ?? []) == frame)
        }
    }

    @Test func anEmptyMessageIsNotNoMessage() throws {
        for payload in [nil, []] as [[UInt8]?] {
            let frame = WireFrame(
                session: 1, stream: 1, sequence: 1, .data(end: false), payload: payload)
            #expect(
                try FrameCodec.frame(header: FrameCodec.header(of: frame), payload: []) == frame)
        }
    }

    @Test func messagesAsJSON() throws {
        var values = RandomValues(seed: 3)
        for _ in 0..<200 {
            for message in values.messages() {
                let name = type(of: message).schemaName
                let json = try JSONMessages.decode(message.encoded(), schemaName: name)
                let bytes = try JSONMessages.encode(json: json, schemaName: name)
                #expect(try JSONMessages.decode(bytes, schemaName: name) == json)
                #expect(
                    try MessageKind.named(name)?.again(bytes)
                        == MessageKind.named(name)?.again(message.encoded()))
            }
        }
    }
}
