import LyreRPC
import Testing

/// For `~Copyable` and mutating expressions, which the macro cannot take apart.
private func expect(_ holds: Bool, at location: SourceLocation = #_sourceLocation) {
    #expect(holds, sourceLocation: location)
}

/// The parts of a session that know neither tasks nor frames.
struct MachineTests {
    // MARK: StreamStateMachine

    @Test func aUnaryCallAtTheClient() {
        var machine = StreamStateMachine(role: .client, requestEnded: true)
        expect(!machine.maySend)
        expect(machine.isReadable)
        expect(machine.finish(.ok))
        expect(machine.isDone)
        expect(!machine.isReadable)
    }

    @Test func aUnaryCallAtTheServer() {
        var machine = StreamStateMachine(role: .server, requestEnded: true)
        expect(!machine.isReadable)
        expect(machine.maySend)
        expect(
            machine.receiveData(end: true)
                == .violation("a message came after the last one of its stream"))
    }

    @Test func toEndTwiceDoesNoHarm() {
        var machine = StreamStateMachine(role: .server, requestEnded: true)
        expect(machine.receiveData(end: true, hasMessage: false) == .drop)
    }

    @Test func eachSideEndsForItself() {
        var machine = StreamStateMachine(role: .client, requestEnded: false)
        machine.sendData(end: false)
        expect(machine.maySend)
        machine.sendData(end: true)
        expect(!machine.maySend)
        // Only STATUS ends what comes from a server.
        expect(machine.receiveData(end: true) == .deliver)
        expect(machine.isReadable)
        var server = StreamStateMachine(role: .server, requestEnded: false)
        expect(server.receiveData(end: false) == .deliver)
        expect(server.receiveData(end: true) == .deliver)
        expect(!server.isReadable)
        expect(!server.isDone)
    }

    @Test func onlyTheFirstStatusCounts() {
        var machine = StreamStateMachine(role: .client, requestEnded: true)
        let late = Status(.internal, "late")
        expect(machine.finish(.ok))
        expect(!machine.finish(late))
        expect(machine.status == .ok)
    }

    @Test func whatCrossesWithTheEndIsDropped() {
        var machine = StreamStateMachine(role: .server, requestEnded: false)
        _ = machine.finish(Status(.cancelled))
        expect(machine.receiveData(end: false) == .drop)
        expect(machine.receiveData(end: true) == .drop)
        expect(!machine.maySend)
    }

    // MARK: Windows

    @Test func aSenderMaySendWhileItsBalanceIsPositive() {
        var window = SendWindow(10)
        expect(window.isOpen)
        window.spend(9)
        expect(window.isOpen)
        window.spend(100)
        expect(window.balance == -99)
        window.grant(99)
        expect(!window.isOpen)
        window.grant(1)
        expect(window.isOpen)
    }

    @Test func grantsNeverExceedTheWindow() {
        var window = SendWindow(10)
        for _ in 0..<100 { window.grant(.max) }
        expect(window.balance == 10)
    }

    @Test func aReceiverGrantsHalfAWindowAtATime() {
        var window = ReceiveWindow(100)
        expect(window.receive(60))
        expect(window.consume(49) == nil)
        expect(window.consume(1) == 50)
        expect(window.consume(10) == nil)
        expect(window.receive(60))
        expect(window.receive(60))
        expect(!window.receive(1))
    }

    /// Whatever the sizes, a sender that may not send is always granted more once all was read.
    @Test func sendersAndReceiversNeverWaitForEachOther() {
        var random = BalancerTests.Seeded(state: 9)
        for _ in 0..<2000 {
            let size = UInt32.random(in: 1...5000, using: &random)
            var sender = SendWindow(size)
            var receiver = ReceiveWindow(size)
            var unread: [Int] = []
            var delivered = 0
            while delivered < 50 {
                if sender.isOpen, unread.isEmpty || Bool.random(using: &random) {
                    let cost = Int.random(in: 1...8000, using: &random)
                    sender.spend(cost)
                    expect(receiver.receive(cost))
                    unread.append(cost)
                } else if !unread.isEmpty {
                    if let bytes = receiver.consume(unread.removeFirst()) { sender.grant(bytes) }
                    delivered += 1
                } else {
                    Issue.record("a window of \(size) bytes got stuck")
                    return
                }
            }
        }
    }

    // MARK: Sequence numbers, time

    @Test func numbersCountFromOne() {
        var sender = SequenceCounter()
        var receiver = SequenceCounter()
        for number in 1...5 as ClosedRange<UInt64> {
            expect(sender.next() == number)
            expect(receiver.accept(number))
        }
        expect(!receiver.accept(5))
        expect(!receiver.accept(7))
        expect(receiver.accept(6))
    }

    @Test func instantsSaturate() {
        let start = Instant(nanoseconds: 100)
        expect(start + .seconds(1) == Instant(nanoseconds: 1_000_000_100))
        expect(start + .seconds(Int64.max) == .distantFuture)
        expect(.distantFuture + .seconds(1) == .distantFuture)
        expect(start - (start + .seconds(1)) == .zero)
    }

    @Test(
        arguments: [(0, 0), (1, 1), (999_999, 1), (1_000_000, 1), (1_000_001, 2), (.max, .max)]
            as [(Int64, UInt32)])
    func millisecondsRoundUp(_ nanoseconds: Int64, _ milliseconds: UInt32) {
        expect(Duration.nanoseconds(nanoseconds).millisecondsRoundedUp == milliseconds)
    }
}
