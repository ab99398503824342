import Foundation
import ModelHub
import Synchronization

/// Says on standard error how a download gets on: by a bar where somebody looks, else by lines.
final class PullProgress: Sendable {
    private struct State {
        var size: Int?
        /// Bytes that were there when this connection began.
        var base = 0
        var count = 0
        var began = ContinuousClock.now
        var shown: ContinuousClock.Instant?
        /// Tenths of the file that were told.
        var tenths = 0
    }

    private let state = Mutex(State())
    private let isQuiet: Bool
    private let bar: ProgressBar

    init(isQuiet: Bool) {
        self.isQuiet = isQuiet
        bar = ProgressBar(isShown: !isQuiet && ProgressBar.isWatched)
    }

    /// True when a part of a file has arrived that is kept for the next run.
    var hasUnfinished: Bool { state.withLock { $0.count > 0 } }

    func clear() { bar.clear() }

    func tell(_ event: PullEvent) {
        state.withLock { state in
            switch event {
            case .began(let name, let at, let size):
                let before = state.tenths
                state = State(size: size, base: at, count: at)
                if at > 0 { state.tenths = max(before, Self.tenths(state)) }
                let all = size.map(Amounts.bytes) ?? "unknown length"
                if at > 0 { line("\(name): goes on at \(Amounts.bytes(at)) of \(all)") }
            case .received(let name, let count):
                state.count = count
                show(name, &state)
            case .retrying(let failure, let pause):
                line("\(failure); again in \(Amounts.time(pause / .seconds(1)))")
            case .fetched(let name, let count):
                line("\(name): \(Amounts.bytes(count)), checked")
                state = State()
            case .present(let name):
                line("\(name): is there already")
                state = State()
            }
        }
    }

    private func show(_ name: HubFileName, _ state: inout State) {
        let now = ContinuousClock.now
        if bar.isShown {
            // A terminal is written to ten times a second, not for every piece.
            if let shown = state.shown, now - shown < .milliseconds(100) { return }
            state.shown = now
            bar.show(Self.share(state), "\(name)  \(Self.words(state, now))")
        } else if case let tenths = Self.tenths(state), tenths > state.tenths, tenths < 10 {
            state.tenths = tenths
            // Small files are there before anybody could read this.
            if state.size ?? 0 >= 10_000_000 {
                line("\(name): \(tenths)0 %  \(Self.words(state, now))")
            }
        }
    }

    private static func share(_ state: State) -> Double {
        state.size.map { Double(state.count) / Double(max($0, 1)) } ?? 0
    }

    private static func tenths(_ state: State) -> Int { Int(share(state) * 10) }

    private static func words(_ state: State, _ now: ContinuousClock.Instant) -> String {
        var words = Amounts.bytes(state.count)
        if let size = state.size { words += " of \(Amounts.bytes(size))" }
        let seconds = (now - state.began) / .seconds(1)
        let rate = Double(state.count - state.base) / max(seconds, 1e-3)
        guard rate >= 1 else { return words }
        words += "  \(Amounts.bytes(Int(rate)))/s"
        if let size = state.size {
            words += "  \(Amounts.time(Double(size - state.count) / rate)) left"
        }
        return words
    }

    private func line(_ text: String) {
        guard !isQuiet else { return }
        bar.clear()
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }
}
