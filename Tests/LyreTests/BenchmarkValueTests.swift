import Testing
import lyre

/// Ranks, searches and the kernel's lines.
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

    @Test func processorTimeIsReadBehindAnyName() {
        let line =
            "71 (a ) b (c) S 1 71 71 0 -1 4194560 100 200 0 0 250 40 3 7 20 0 9 0 100 1000 50\n"
        #expect(ProcessorTime.ticks(stat: line) == 300)
        #expect(ProcessorTime.ticks(stat: "71 (name) S 1 71") == nil)
        #expect(ProcessorTime.ticks(stat: "") == nil)
    }
}
