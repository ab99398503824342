import Testing
import lyre

/// When codes are sent, and which samples they make exact.
@Suite struct PacingTests {
    @Test func aUnitHoldsWholeFramesOrTheirHalves() {
        #expect((0..<2).map(CodeUnit.frame.codes) == [0..<7, 7..<14])
        #expect((0..<4).map(CodeUnit.half.codes) == [0..<4, 4..<7, 7..<11, 11..<14])
        #expect(CodeUnit.frame.latentSteps == 4)
        #expect(CodeUnit.half.latentSteps == 2)
    }

    /// After n latent steps exactly 512 n - 4757 samples are out.
    @Test(arguments: CodeUnit.allCases)
    func theUnitIsTheFirstAfterWhichAllSamplesAreOut(unit: CodeUnit) {
        for samples in [1, 362, 363, 364, 1387, 1388, 3435, 3436, 20_480, 100_000] {
            let index = unit.unit(forSamples: samples)
            #expect(512 * (index + 1) * unit.latentSteps - 4757 >= samples)
            #expect(512 * index * unit.latentSteps - 4757 < samples)
        }
    }

    @Test func firstSamplesComeWithTheEighteenthToken() {
        #expect(CodeUnit.frame.unit(forSamples: 1387) == 2)
        let half = CodeUnit.half.unit(forSamples: 363)
        #expect(CodeUnit.half.codes(of: half).upperBound == 18)
    }

    @Test func aPlanLastsWholeFrames() {
        let plan = PacingPlan(streams: 3, seconds: 2, unit: .half)
        #expect(plan.frames == 24)
        #expect(plan.units == 48)
        #expect(plan.samples == 24 * 2048)
        #expect(PacingPlan(streams: 1, seconds: 0.001, unit: .frame).frames == 1)
    }

    @Test func codesComeAtOrpheusPaceAndStreamsAreSpreadOverAFrame() {
        let plan = PacingPlan(streams: 4, seconds: 10, unit: .half)
        #expect(abs(1 / PacingPlan.codeSeconds - 82.03125) < 1e-9)
        let frame = 2048.0 / 24_000
        for stream in 0..<4 {
            let start = plan.start(of: stream)
            #expect(abs(start - Double(stream) * frame / 4) < 1e-12)
            #expect(abs(plan.due(0, of: stream) - start - 3 * frame / 7) < 1e-12)
            #expect(abs(plan.due(1, of: stream) - start - 6 * frame / 7) < 1e-12)
            #expect(abs(plan.due(2, of: stream) - plan.due(0, of: stream) - frame) < 1e-12)
        }
        let whole = PacingPlan(streams: 4, seconds: 10, unit: .frame)
        #expect(whole.due(5, of: 2) == plan.due(11, of: 2))
    }
}
