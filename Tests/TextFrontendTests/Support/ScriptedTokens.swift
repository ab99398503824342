import LyreRPC
import Orpheus
import Synchronization
import WireMessages

/// A token service that says the same frames to everybody, and goes on behind those that were
/// spoken.
struct ScriptedTokens: Sendable {
    var frames = 8
    /// Frames whose halves are sent apart where the caller allows that.
    var halved = 3
    /// The service knows halves.
    var inHalves = true
    /// Awaited before the codes from that one on are sent, in each call.
    var before: @Sendable (Int) async throws -> Void = { _ in }
    let requests = Requests()

    final class Requests: Sendable {
        private let list = Mutex<[GenerateRequest]>([])
        var all: [GenerateRequest] { list.withLock { $0 } }
        func record(_ request: GenerateRequest) { list.withLock { $0.append(request) } }
    }

    var codes: [UInt32] { (0..<frames).flatMap { ScriptedEngine.frame($0).codes.map(UInt32.init) } }

    /// - Parameter admit: Awaited first in each call; throws to refuse it.
    func register(
        in registry: inout Registry,
        admit: @escaping @Sendable (GenerateRequest) throws -> Void = { _ in }
    ) {
        registry.serverStream(Tokens.generate) { request, writer, _ in
            try admit(request)
            requests.record(request)
            var position = request.spoken.codes.count
            while position < codes.count {
                try await before(position)
                let inFrame = position % Slot.count
                let isHalved =
                    inHalves && request.halfFrames && position / Slot.count < halved && inFrame == 0
                let end = position - inFrame + (isHalved ? Slot.firstHalf : Slot.count)
                let part = CodeFrames(codes: Array(codes[position..<end]))
                try await writer.send(.frames(part))
                position = end
            }
            try await before(position)
            try await writer.send(
                .end(
                    GenerateEnd(
                        reason: .endOfSpeech,
                        tokens: UInt32(codes.count - request.spoken.codes.count + 1),
                        droppedTokens: 0, firstTokenMicroseconds: 0)))
        }
    }
}
