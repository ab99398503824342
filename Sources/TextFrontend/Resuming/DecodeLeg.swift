import LyreRPC
import Orpheus
import Synchronization
import WireMessages

/// The decoding of a text: codes in, samples out, at one decoder after the other where they fail.
///
/// The samples are those of one unbroken stream: noise is a function of seed and sample, and three
/// frames are all that a decoder remembers.
final class DecodeLeg: Sendable {
    private let channel: Channel
    private let context: SpeakContext
    private let seed: UInt64
    private let format: SampleFormat
    private let backlog = Mutex(CodeBacklog())
    private let codesCame = Bell()
    private let roomCame = Bell()

    init(_ channel: Channel, _ context: SpeakContext, seed: UInt64, format: SampleFormat) {
        self.channel = channel
        self.context = context
        self.seed = seed
        self.format = format
    }

    /// Takes further codes, cut as on the wire, as soon as there is room for them.
    func append(_ codes: [UInt32]) async throws {
        while !backlog.withLock({ $0.hasRoom }) {
            await roomCame.wait()
            try Task.checkCancellation()
        }
        backlog.withLock { $0.append(codes) }
        codesCame.ring()
    }

    /// No codes will follow.
    func end() {
        backlog.withLock { $0.end() }
        codesCame.ring()
    }

    /// Decodes to the end.
    /// - Parameter deliver: Is handed the samples in order, none twice; its errors end the leg.
    func run(_ deliver: ([UInt8]) async throws -> Void) async throws {
        var leg = Leg(.decode, of: channel, context)
        while case .failed(let error, let endpoint, let lost) = try await decode(&leg, deliver) {
            let (isComplete, hasBegun) = backlog.withLock { ($0.isComplete, $0.samples > 0) }
            // Only the status was lost.
            if isComplete { return }
            try await leg.failed(error, at: endpoint, after: lost, hasBegun: hasBegun)
        }
    }

    /// Decodes at one decoder, from the first frame whose samples have not all come.
    private func decode(
        _ leg: inout Leg, _ deliver: ([UInt8]) async throws -> Void
    ) async throws -> Leg.Outcome {
        var isOpen = false
        do {
            return try await channel.bidirectional(Decoder.decode, options: leg.options) {
                audio, codes in
                isOpen = true
                let watch = CallWatch(DecoderWatch(stalls: leg.stalls))
                let (first, before) = backlog.withLock { ($0.nextFrame, $0.context) }
                let start = DecodeStart(
                    seed: seed, format: format, firstFrame: UInt64(first),
                    context: CodeFrames(codes: before))
                async let _: Void = send(start, to: codes, watch)
                async let _: Void = watch.follow(audio, of: channel, context.clock)
                return try await receive(
                    audio, from: UInt64(first * Frame.samples), watch, &leg, deliver)
            }
        } catch let error as RPCError where !isOpen {
            return .failed(error, at: nil)
        }
    }

    /// What ends it is the status of the call, which the reader is told.
    private func send(
        _ start: DecodeStart, to writer: MessageWriter<DecodeRequest>,
        _ watch: CallWatch<DecoderWatch>
    ) async {
        let first = Int(start.firstFrame) * Slot.count
        var sent = first
        do throws(RPCError) {
            try await writer.send(.start(start))
            while !Task.isCancelled {
                let (codes, isEnded) = backlog.withLock {
                    (Array($0.codes(from: sent)), $0.isEnded)
                }
                if !codes.isEmpty {
                    sent += codes.count
                    // Before they are: their samples may come before this task goes on.
                    watch.note { $0.sent(codes: sent - first) }
                    try await writer.send(.frames(CodeFrames(codes: codes)))
                } else if isEnded {
                    try await writer.finish()
                    return watch.note { $0.sentAll() }
                } else {
                    await codesCame.wait()
                }
            }
        } catch {}
    }

    private func receive(
        _ audio: MessageReader<DecodeReply>, from first: UInt64, _ watch: CallWatch<DecoderWatch>,
        _ leg: inout Leg, _ deliver: ([UInt8]) async throws -> Void
    ) async throws -> Leg.Outcome {
        var next = first
        while true {
            let reply: DecodeReply?
            watch.note { $0.waits(true) }
            do throws(RPCError) { reply = try await audio.next() } catch {
                return watch.failure(error, at: audio.endpoint)
            }
            watch.note { $0.waits(false) }
            let (had, all, isComplete) = backlog.withLock {
                ($0.samples, $0.allSamples, $0.isComplete)
            }
            guard let samples = reply?.audio.samples, let begin = reply?.audio.firstSample else {
                return isComplete
                    ? .complete : .failed(.missing(had, of: all), at: audio.endpoint)
            }
            let asked = watch.note { $0.frames } * Frame.samples
            let count = samples.count / format.bytesPerSample
            let end = next + UInt64(count)
            guard begin == next, end <= first + UInt64(asked),
                samples.count % format.bytesPerSample == 0
            else {
                return .failed(.notDue(begin, samples.count, next), at: audio.endpoint)
            }
            next = end
            watch.note { $0.received(samples: count) }
            guard end > had else { continue }
            leg.progress()
            let old = Int(had - min(had, begin)) * format.bytesPerSample
            try await deliver(old == 0 ? samples : Array(samples[old...]))
            backlog.withLock { $0.receive(upTo: end) }
            roomCame.ring()
        }
    }
}

extension RPCError {
    fileprivate static func missing(_ first: UInt64, of count: UInt64) -> RPCError {
        RPCError(
            .dataLoss, "the decoder ended before sample \(first) of \(count)",
            reason: "missing_samples")
    }

    fileprivate static func notDue(_ first: UInt64, _ bytes: Int, _ due: UInt64) -> RPCError {
        RPCError(
            .dataLoss,
            "the decoder sent \(bytes) bytes from sample \(first) on where \(due) was due",
            reason: "missing_samples")
    }
}
