import EngineSupervisor
import Testing

@Suite struct GenerationWatchTests {
    private let stuck = ProbeAnswer.down("answers its health check and generates nothing")

    private func metrics(_ tokens: Int) -> String {
        """
        # TYPE vllm:generation_tokens_total counter
        vllm:generation_tokens_total{engine="0",model_name="orpheus"} \(tokens).0
        vllm:generation_tokens_total{engine="1",model_name="orpheus"} 5.0
        """
    }

    @Test func anEngineThatGeneratesIsNotAsked() {
        var watch = GenerationWatch(quiet: .seconds(30))
        for second in 0..<300 {
            #expect(watch.look(at: metrics(second / 29), .seconds(second)) == false)
        }
        #expect(watch.answer == .healthy)
    }

    @Test func aQuietOneIsAskedOnceAndAgainWhenItHasAnswered() {
        var watch = GenerationWatch(quiet: .seconds(30))
        #expect(watch.look(at: metrics(7), .seconds(100)) == false)
        #expect(watch.look(at: metrics(7), .seconds(129)) == false)
        #expect(watch.look(at: metrics(7), .seconds(130)) == true)
        #expect(watch.look(at: metrics(7), .seconds(135)) == false)
        watch.asked(gotToken: true, .seconds(136))
        #expect(watch.answer == .healthy)
        #expect(watch.look(at: metrics(7), .seconds(165)) == false)
        #expect(watch.look(at: metrics(7), .seconds(166)) == true)
    }

    @Test func oneThatDoesNotAnswerIsStuckUntilATokenComes() {
        var watch = GenerationWatch(quiet: .seconds(30))
        _ = watch.look(at: metrics(7), .zero)
        #expect(watch.look(at: metrics(7), .seconds(30)) == true)
        watch.asked(gotToken: false, .seconds(40))
        #expect(watch.answer == stuck)
        #expect(watch.look(at: metrics(7), .seconds(45)) == true)
        watch.asked(gotToken: false, .seconds(55))
        #expect(watch.answer == stuck)
        #expect(watch.look(at: metrics(8), .seconds(60)) == false)
        #expect(watch.answer == .healthy)
    }

    @Test func aServerWithoutSuchACountIsLeftAlone() {
        var watch = GenerationWatch(quiet: .seconds(30))
        for second in [0, 100, 200] {
            #expect(watch.look(at: "llamacpp:tokens_predicted_total 3", .seconds(second)) == false)
        }
        #expect(watch.answer == .healthy)
    }
}
