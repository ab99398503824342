import LyreRPC
import Testing

struct RetryBudgetTests {
    private let time = ManualTime()

    /// Retries that are granted now, of many.
    private func taken(_ budget: inout RetryBudget) -> Int {
        (0..<5000).count { _ in budget.take(at: time.now) }
    }

    @Test func itBeginsWithItsReserve() {
        var budget = RetryBudget(now: time.now)
        #expect(taken(&budget) == 100)
    }

    @Test func tenASecondAreAlwaysGranted() {
        var budget = RetryBudget(now: time.now)
        _ = taken(&budget)
        for _ in 0..<5 {
            time.advance(by: .seconds(1))
            #expect((9...10).contains(taken(&budget)))
        }
    }

    @Test func aFifthOfTheCallsIsGranted() {
        var budget = RetryBudget(now: time.now)
        _ = taken(&budget)
        for _ in 0..<501 { budget.deposit() }
        #expect(taken(&budget) == 100)
    }

    @Test func whatIsKeptIsBounded() {
        var budget = RetryBudget(now: time.now)
        for _ in 0..<100_000 { budget.deposit() }
        time.advance(by: .seconds(3600))
        #expect(taken(&budget) == 1100)
    }

    /// Every call fails and is repeated for as long as it may be: the servers get a fifth more.
    @Test func aDyingFarmGetsAFifthMore() {
        var budget = RetryBudget(now: time.now)
        _ = taken(&budget)
        var attempts = 0
        for _ in 0..<10_000 {
            budget.deposit()
            attempts += 1
            for _ in 0..<2 where budget.take(at: time.now) { attempts += 1 }
        }
        #expect((11_900...12_000).contains(attempts))
    }
}
