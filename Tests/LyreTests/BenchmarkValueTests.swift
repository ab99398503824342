import Glibc
import Testing
import lyre

/// Ranks, searches, and the clocks of processes.
@Suite struct BenchmarkValueTests {
    @Test func percentilesAreNearestRanks() {
        let twenty = Percentiles((1...20).map(Double.init).reversed())
        #expect(twenty(0.5) == 10)
        #expect(twenty(0.95) == 19)
        #expect(twenty(0.99) == 20)
        #expect(twenty(0) == 1)
        #expect(twenty(1) == 20)
        #expect(twenty.least == 1 && twenty.greatest == 20)
        #expect(Percentiles([])(0.5) == nil)
        #expect(Percentiles([7])(0.01) == 7)
    }

    @Test(arguments: [0, 1, 2, 9, 10, 11, 34, 99, 100])
    func aSearchFindsTheMostThatAreHeld(capacity: Int) {
        for first in [1, 10, 34, 100, 1000] {
            var search = StreamSearch(first: first, limit: 100)
            var tries = 0
            while let next = search.next, tries < 30 {
                #expect((1...100).contains(next))
                search.record(held: next <= capacity)
                tries += 1
            }
            #expect(search.next == nil)
            #expect(search.held == capacity)
        }
    }

    @Test func processorTimeIsThatOfTheProcess() throws {
        let before = ProcessorTime.own
        let other = try #require(ProcessorTime.of(process: getpid()))
        #expect(other >= before && ProcessorTime.own >= other)
        // Linux has no number above it.
        #expect(ProcessorTime.of(process: 1 << 22) == nil)
    }
}
