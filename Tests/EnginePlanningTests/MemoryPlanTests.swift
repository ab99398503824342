import EnginePlanning
import EngineSupervisor
import Foundation
import Testing

@Suite struct MemoryPlanTests {
    private func plan(
        _ gpu: String = "24", _ change: (inout PlanRequest) -> Void = { _ in }
    ) throws -> MemoryPlan {
        var request = PlanRequest(gpu: try GPU(gpu))
        change(&request)
        return try MemoryPlan(request)
    }

    /// What is known of Orpheus under vLLM: 6.6 GB of weights in bf16, about 3.9 GB in fp8.
    @Test func weightsOfOrpheus() throws {
        #expect(ModelShape.orpheus.parameters == 3_300_867_072)
        #expect(abs(Double(try plan().weights) - 6.6e9) < 0.01e9)
        let fp8 = try plan { $0.weights = .fp8 }
        #expect(abs(Double(fp8.weights) - 3.9e9) < 0.15e9)
        #expect(fp8.weights == 2_818_572_288 + 2 * 482_119_680 + 2 * 57 * 3072)
    }

    /// 112 KiB a token in bf16, about 99 MB for 10 s of speech.
    @Test func cacheOfOrpheus() throws {
        let plan = try plan { $0.seconds = 10 }
        #expect(plan.bytesPerToken == 112 << 10)
        #expect(abs(Double(plan.tokensPerStream * plan.bytesPerToken) - 99e6) < 2e6)
        #expect(plan.cachePerStream >= plan.tokensPerStream * plan.bytesPerToken)
        #expect(plan.cachePerStream % (16 * plan.bytesPerToken) == 0)
        #expect(try self.plan { $0.cache = .fp8 }.bytesPerToken == 56 << 10)
    }

    /// The deployment that Lyre started from: fp8 at 0.35 of 24 GB, two streams, below 9 GB.
    @Test func theArticlesDeploymentIsBelow9GB() throws {
        let plan = try plan {
            $0.weights = .fp8
            $0.utilization = 0.35
            $0.streams = 2
        }
        #expect(plan.budget < 9_000_000_000)
        #expect(abs(plan.budget - 8_400_000_000) < 10)
        let used = plan.weights + plan.overhead + plan.sampling + plan.cache
        #expect(used + plan.headroom == plan.budget)
        #expect(plan.headroom > 2_000_000_000)
        // Its flag for two streams is what bounds it, not its memory.
        #expect(plan.streamsThatFit == 15)
        #expect(plan.maxBatchedTokens == 512)
        // vLLM 0.32 refuses to start with less than its longest sequence: 15 GB.
        #expect(plan.needsMaxModelLength)
        let whole = try self.plan("a100-80") { $0.weights = .fp8 }
        #expect(!whole.needsMaxModelLength)
    }

    @Test func flagsSayWhatWasPlanned() throws {
        let plan = try plan {
            $0.weights = .fp8
            $0.cache = .fp8
            $0.tensorParallel = 2
            $0.streams = 8
        }
        #expect(
            plan.flags == [
                "--enable-chunked-prefill", "--enable-prefix-caching", "--dtype auto",
                "--quantization fp8", "--kv-cache-dtype fp8", "--tensor-parallel-size 2",
                "--gpu-memory-utilization 0.17", "--max-num-seqs 8", "--max-model-len 6400",
                "--max-num-batched-tokens 512",
            ])
    }

    /// A share that was not given is the least that holds the streams, in hundredths.
    @Test(arguments: [1, 2, 8, 20, 40, 50])
    func theShareFollowsFromTheStreams(streams: Int) throws {
        let plan = try plan { $0.streams = streams }
        #expect(plan.headroom >= 0)
        #expect(plan.streams == streams)
        let need = plan.budget - plan.headroom
        let least =
            plan.weights + plan.overhead + plan.samplingPerStream
            + plan.maxModelLength * plan.bytesPerToken
        #expect(plan.budget - max(need, least) < 240_000_000 + 1)
        #expect(plan.cache + plan.headroom >= plan.maxModelLength * plan.bytesPerToken)
    }

    @Test func asManyStreamsAsFit() throws {
        for gpu in ["l4", "h100", "32"] {
            for weights in WeightPrecision.allCases {
                let plan = try plan(gpu) { $0.weights = weights }
                #expect(plan.utilization == 0.9)
                #expect(plan.streams == plan.streamsThatFit)
                #expect(plan.headroom >= 0)
                #expect(plan.headroom < plan.cachePerStream + plan.samplingPerStream)
                #expect(throws: PlanError.self) {
                    try self.plan(gpu) {
                        $0.weights = weights
                        $0.streams = plan.streams + 1
                    }
                }
            }
        }
    }

    @Test func twoGPUsHoldHalfEach() throws {
        let (one, two) = (
            try plan { $0.streams = 4 },
            try plan {
                $0.streams = 4
                $0.tensorParallel = 2
            }
        )
        #expect(2 * two.bytesPerToken == one.bytesPerToken)
        #expect(abs(2 * two.weights - one.weights) < 1_000_000)
        // Keys and values of eight heads over 16 GPUs are kept twice.
        let wide = try plan {
            $0.model.heads = 32
            $0.tensorParallel = 16
        }
        #expect(8 * wide.bytesPerToken == one.bytesPerToken)
    }

    /// The longest prompt that lyre-text makes, and the limit that lyre-tokens sets for it.
    @Test func theThroughputProfileTakesTheLongestPrompt() throws {
        let longest = SequenceLength.longest(MemoryAssumptions())
        let flags = try EngineProfiles().named("throughput").flags
        #expect(flags.contains(EngineFlag("max-model-len", "6400")))
        #expect(longest <= 6400 && longest > 6400 - 128)
        #expect(abs(SequenceLength.tokensPerSecond - 82.03) < 0.01)
        // It holds its streams on 24 GB in bf16.
        #expect(flags.contains(EngineFlag("max-num-seqs", "48")))
        #expect(try plan().streamsThatFit >= 48)
    }

    @Test(arguments: [
        ("8", "it does not fit: 8.84 GB are the least for one stream, and 0.9 of 8 GB are 7.20 GB"),
        ("x", "there is no GPU 'x': give its GB, or one of a10g, a100-40"),
        ("0", "there is no GPU '0'"), ("nan", "there is no GPU 'nan'"), ("-3", "there is no GPU"),
    ])
    func whatDoesNotFitIsSaid(gpu: String, expected: String) {
        let error = #expect(throws: PlanError.self) { try plan(gpu) }
        #expect(error?.description.hasPrefix(expected) == true, "\(error?.description ?? "")")
    }

    @Test func whatMakesNoSenseIsSaid() {
        func refusal(_ change: (inout PlanRequest) -> Void) -> String {
            do { _ = try plan("24", change) } catch { return "\(error)" }
            return ""
        }
        #expect(
            refusal { $0.streams = 100 } == "100 streams of 20 s do not fit: they need 28.73 GB, "
                + "and 0.9 of 24 GB are 21.60 GB; 65 fit")
        #expect(refusal { $0.tensorParallel = 5 }.contains("cannot be spread over 5 GPUs"))
        #expect(refusal { $0.tensorParallel = 3 }.contains("cannot be spread over 3 GPUs"))
        #expect(refusal { $0.streams = 0 }.contains("no number to plan for"))
        #expect(refusal { $0.seconds = -1 }.contains("outside of 0 to 3600"))
        #expect(refusal { $0.seconds = 2000 }.contains("made for 131072"))
        #expect(refusal { $0.utilization = 1.1 }.contains("outside of 0 to 1"))
    }
}
