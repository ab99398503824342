import CCurl

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The engine's thread: takes commands, lets libcurl work, ends what is late, waits.
final class TransferLoop {
    /// Transfers that are few enough to be served one event at a time.
    private static let unpaced = 32
    /// The shortest time between two rounds with more of them.
    private static let shortestRound = Duration.milliseconds(2)

    private let multi: CurlMulti
    private let mailbox: Mailbox
    private let round = LoopRound()
    private var running: [UInt64: RunningTransfer] = [:]
    private var ids: [UnsafeMutableRawPointer: UInt64] = [:]
    /// No transfer is late before this. Progress moves deadlines only outwards, so it stays a
    /// lower bound, and the transfers are looked through rarely.
    private var nextSweep: ContinuousClock.Instant?

    init(multi: CurlMulti, mailbox: Mailbox) {
        self.multi = multi
        self.mailbox = mailbox
    }

    func run() {
        while true {
            round.update()
            var isStopping = false
            for command in mailbox.takeAll() {
                if case .stop = command { isStopping = true }
                apply(command)
            }
            if isStopping { return stop() }
            multi.perform()
            while let (easy, code) = multi.nextEnded() {
                guard let id = ids[easy], let transfer = running[id] else { continue }
                end(id, transfer.result(code))
            }
            round.wakeConsumers()
            sweep()
            multi.poll(milliseconds: timeUntilSweep)
            pace()
        }
    }

    /// Lets events gather when there are many transfers. A round costs all of them a look, however
    /// few have news, and with hundreds of token streams some always have.
    private func pace() {
        guard running.count > Self.unpaced else { return }
        let pause = round.now.duration(to: ContinuousClock().now)
        guard pause < Self.shortestRound else { return }
        usleep(UInt32((Self.shortestRound - pause).microseconds))
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
            guard curl_multi_add_handle(multi.handle, started.easy) == CURLM_OK else {
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
        curl_multi_remove_handle(multi.handle, ended.easy)
        ended.transfer.ended(result)
    }

    private func schedule(_ deadline: ContinuousClock.Instant?) {
        guard let deadline else { return }
        nextSweep = min(nextSweep ?? deadline, deadline)
    }

    private func sweep() {
        round.update()
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

    private var timeUntilSweep: Int32 {
        guard let nextSweep else { return 60_000 }
        return Int32(clamping: min(max(0, round.now.duration(to: nextSweep).milliseconds), 60_000))
    }

    private func stop() {
        for command in mailbox.close() {
            if case .start(let transfer) = command { transfer.ended(.failure(.engineStopped)) }
        }
        for id in Array(running.keys) { end(id, .failure(.engineStopped)) }
        multi.close()
    }
}
