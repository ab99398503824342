import CCurl
import Glibc

/// The engine's thread: takes commands, waits for sockets, lets libcurl work, ends what is late.
final class TransferLoop {
    /// Transfers that are few enough to be served one event at a time.
    private static let unpaced = 32
    /// The shortest time between two rounds with more of them.
    private static let shortestRound = Duration.milliseconds(2)

    private let sockets: SocketSet
    private let mailbox: Mailbox
    private let round = LoopRound()
    private let multi: CurlMulti
    private var running: [UInt64: RunningTransfer] = [:]
    private var ids: [UnsafeMutableRawPointer: UInt64] = [:]
    /// No transfer is late before this. Progress moves deadlines only outwards, so it stays a
    /// lower bound, and the transfers are looked through rarely.
    private var nextSweep: ContinuousClock.Instant?

    init(sockets: SocketSet, mailbox: Mailbox) {
        self.sockets = sockets
        self.mailbox = mailbox
        multi = CurlMulti(sockets: sockets, round: round)
    }

    func run() {
        while takeMail() {
            pace()
            wait()
            multi.actInTime()
            while let (easy, code) = multi.nextEnded() {
                guard let id = ids[easy], let transfer = running[id] else { continue }
                end(id, transfer.result(code))
            }
            round.wakeConsumers()
            releaseHeld()
            sweep()
        }
        stop()
    }

    /// Does what commands say.
    /// - Returns: false when the thread is to end.
    private func takeMail() -> Bool {
        let commands = mailbox.takeAll()
        if !commands.isEmpty { round.update() }
        var isGoingOn = true
        for command in commands {
            if case .stop = command { isGoingOn = false }
            apply(command)
        }
        return isGoingOn
    }

    /// Lets events gather when there are many transfers. Each round wakes other threads, and with
    /// hundreds of token streams some event is always there.
    private func pace() {
        guard running.count > Self.unpaced else { return }
        round.update()
        let length = round.began.duration(to: round.now)
        guard length < Self.shortestRound else { return }
        usleep(UInt32((Self.shortestRound - length).microseconds))
    }

    /// Waits for news of sockets, and lets libcurl take them.
    private func wait() {
        round.update()
        let milliseconds = mailbox.beginSleep() ? timeUntilDue : 0
        CurlLifetime.process.pause { sockets.wait(milliseconds: milliseconds) }
        mailbox.endSleep()
        round.begin()
        sockets.forEachReady { multi.act(on: $0) }
    }

    private func apply(_ command: HTTPEngine.Command) {
        switch command {
        case .start(let transfer): start(transfer)
        case .cancel(let id): end(id, .failure(.cancelled))
        case .resume(let id): running[id]?.resume()
        case .drain(let id):
            running[id]?.drain()
            schedule(running[id]?.deadline)
        case .stop: break
        }
    }

    private func start(_ transfer: Transfer) {
        do throws(HTTPFailure) {
            let started = try RunningTransfer(transfer, round: round)
            guard multi.add(started.easy) else {
                throw HTTPFailure(.other, "libcurl takes no more transfers")
            }
            running[transfer.id] = started
            ids[started.easy] = transfer.id
            schedule(started.earliestDeadline)
        } catch {
            transfer.ended(.failure(error))
        }
    }

    /// Takes the transfer out of libcurl, which closes a connection that is not done.
    private func end(_ id: UInt64, _ result: Result<Void, HTTPFailure>) {
        guard let ended = running.removeValue(forKey: id) else { return }
        ids[ended.easy] = nil
        multi.remove(ended.easy)
        ended.transfer.ended(result)
    }

    private func schedule(_ deadline: ContinuousClock.Instant?) {
        guard let deadline else { return }
        nextSweep = min(nextSweep ?? deadline, deadline)
    }

    /// Shows what has been gathered for as long as it may be.
    private func releaseHeld() {
        while let first = round.held.first {
            if let transfer = running[first.id], transfer.heldUntil == first.until {
                guard first.until <= round.now else { return }
                transfer.release()
            }
            round.removeFirstHeld()
        }
    }

    private func sweep() {
        guard let due = nextSweep, due <= round.now else { return }
        nextSweep = nil
        for (id, transfer) in running {
            if let deadline = transfer.deadline, deadline <= round.now {
                end(id, .failure(transfer.timeout))
            } else {
                schedule(transfer.earliestDeadline)
            }
        }
    }

    /// Milliseconds until libcurl or a deadline wants attention.
    private var timeUntilDue: Int32 {
        let held = round.held.first?.until
        guard let due = [nextSweep, multi.due, held].compactMap(\.self).min() else { return 60_000 }
        return Int32(clamping: min(max(0, round.now.duration(to: due).milliseconds), 60_000))
    }

    private func stop() {
        for command in mailbox.close() {
            if case .start(let transfer) = command { transfer.ended(.failure(.engineStopped)) }
        }
        for id in Array(running.keys) { end(id, .failure(.engineStopped)) }
        multi.close()
        sockets.close()
    }
}
