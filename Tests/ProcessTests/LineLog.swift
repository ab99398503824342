import Foundation
import Synchronization

extension FileHandle {
    /// What there is, at least a byte; nothing at the end. `read(upToCount:)` would wait for all of
    /// the count.
    func readSome() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Foundation.read(fileDescriptor, &bytes, bytes.count)
        return count > 0 ? Array(bytes[..<count]) : []
    }
}

/// Lines that a process writes, read as they come and kept.
final class LineLog: Sendable {
    private struct State {
        var lines: [String] = []
        var isOver = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    init(_ handle: FileHandle) {
        Thread.detachNewThread { [self] in
            var pending: [UInt8] = []
            while case let bytes = handle.readSome(), !bytes.isEmpty {
                pending += bytes
                while let end = pending.firstIndex(of: 10) {
                    add(String(decoding: pending[..<end], as: UTF8.self))
                    pending.removeFirst(end + 1)
                }
            }
            if !pending.isEmpty { add(String(decoding: pending, as: UTF8.self)) }
            change { $0.isOver = true }
        }
    }

    private func add(_ line: String) { change { $0.lines.append(line) } }

    private func change(_ body: (inout State) -> Void) {
        let waiters = state.withLock { state in
            body(&state)
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Everything, once the process has closed its end.
    func all() async -> String {
        await wait { $0.isOver ? $0.lines.map { $0 + "\n" }.joined() : nil } ?? ""
    }

    /// The first line that holds a text, as soon as it comes; nil when it never will.
    func line(containing text: String) async -> String? {
        await wait { state in
            if let line = state.lines.first(where: { $0.contains(text) }) { return .some(line) }
            return state.isOver ? .some(nil) : .none
        } ?? nil
    }

    private func wait<Value: Sendable>(_ look: (State) -> Value?) async -> Value? {
        while true {
            let seen = state.withLock { (look($0), $0.lines.count, $0.isOver) }
            if let value = seen.0 { return value }
            await withCheckedContinuation { continuation in
                let isLate = state.withLock { state in
                    if state.lines.count != seen.1 || state.isOver != seen.2 { return true }
                    state.waiters.append(continuation)
                    return false
                }
                if isLate { continuation.resume() }
            }
        }
    }
}
