import EngineSupervisor
import Foundation
import Testing

/// What vLLM writes, taken apart: logs of a real vLLM 0.32.0 on a CPU, tracebacks shortened.
@Suite struct EngineOutputTests {
    private func words(_ name: String) throws -> String? {
        let url = Bundle.module.bundleURL.appending(path: "Recorded/vllm-0.32.0/\(name).txt")
        var splitter = LineSplitter()
        var words = FailureWords()
        for line in splitter.push(try Data(contentsOf: url)) + splitter.finish() {
            words.push(EngineLine(line))
        }
        return words.text
    }

    @Test(arguments: [
        ("unknown_flag", "api_server.py: error: unrecognized arguments: --foo"),
        (
            "unknown_choice",
            "api_server.py: error: argument --dtype: invalid choice: 'foo' (choose from 'auto', "
                + "'bfloat16', 'float', 'float16', 'float32', 'half')"
        ),
        (
            "fp8_on_cpu",
            "RuntimeError: _C::static_scaled_fp8_quant() expected at most 0 argument(s) but "
                + "received 4 argument(s). Declaration: _C::static_scaled_fp8_quant() -> ()"
        ),
        (
            "batch_below_seqs",
            "pydantic_core._pydantic_core.ValidationError: 1 validation error for SchedulerConfig: "
                + "Value error, max_num_batched_tokens (2) must be greater than or equal to "
                + "max_num_seqs (4)."
        ),
        (
            "cache_too_small",
            "ValueError: To serve at least one request with the model's max seq len (131072), (16.0 "
                + "GiB KV cache is needed, which is larger than the available KV cache memory (0.98 "
                + "GiB). Based on the available memory, the estimated maximum model length is 8064. "
                + "Try increasing `gpu_memory_utilization` (which also controls CPU memory on the CPU "
                + "backend) or decreasing `max_model_len` when initializing the engine. See "
                + "https://docs.vllm.ai/en/latest/configuration/conserving_memory/ for more details."
        ),
        (
            "no_model",
            "huggingface_hub.errors.LocalEntryNotFoundError: Cannot find an appropriate cached "
                + "snapshot folder for the specified revision on the local disk and outgoing "
                + "traffic has been disabled. To enable repo look-ups and downloads online, pass "
                + "'local_files_only=False' as input."
        ),
    ])
    func itsEndIsToldInItsWords(name: String, expected: String) throws {
        #expect(try words(name) == expected)
    }

    @Test func withoutAComplaintTheLastErrorOrLineIsTold() {
        var words = FailureWords()
        #expect(words.text == nil)
        words.push(EngineLine("Killing it"))
        #expect(words.text == "Killing it")
        words.push(EngineLine("ERROR 11-25 22:46:38 [core.py:1] no room"))
        words.push(EngineLine("INFO 11-25 22:46:38 [core.py:1] bye"))
        #expect(words.text == "no room")
        words.push(EngineLine("LongError: " + String(repeating: "y", count: 999)))
        #expect(words.text?.count == 603)
    }

    @Test func aLineHasALevelAProcessAndASource() {
        let line = EngineLine(
            "(EngineCore pid=27976) WARNING 11-25 22:46:32 [core.py:133] Initializing a V1")
        #expect(line.level == .warning)
        #expect(line.process == "EngineCore")
        #expect(line.source == "core.py:133")
        #expect(line.message == "Initializing a V1")
        let web = EngineLine(
            "(APIServer pid=1) \u{1B}[32mINFO\u{1B}[0m:     Application startup complete.")
        #expect(web.level == .info && web.source == nil)
        #expect(web.message == "Application startup complete.")
        let access = EngineLine("INFO:     127.0.0.1:50642 - \"GET /health HTTP/1.1\" 200 OK")
        #expect(access.logLevel == .trace)
        let other = EngineLine("Loading safetensors checkpoint shards:   0% Completed | 0/1")
        #expect(other.level == nil && other.logLevel == .info && other.process == nil)
        #expect(other.message.hasPrefix("Loading"))
        #expect(EngineLine("(Worker pid=1) ERROR 11-25 22:46:38 [a.py:9]          ^^^^^^").isBlank)
        #expect(EngineLine("(Worker pid=1) INFO 11-25 22:46:38 [a.py:9] ").isBlank)
    }

    @Test func linesAreTheSameHoweverTheyArePartedAndBounded() {
        let text = Array("one\n\ntwo\r  0%\r 50%\r\nthree".utf8)
        for size in [1, 3, 100] {
            var splitter = LineSplitter()
            var lines: [String] = []
            for start in stride(from: 0, to: text.count, by: size) {
                lines += splitter.push(text[start..<min(start + size, text.count)])
            }
            #expect(lines + splitter.finish() == ["one", "two", "  0%", " 50%", "three"])
        }
        var splitter = LineSplitter()
        let long = splitter.push(Array(repeating: UInt8(ascii: "x"), count: 100_000))
        #expect(long.map(\.utf8.count) == [LineSplitter.limit])
        #expect(splitter.push(Array("\nnext\n".utf8)) == ["next"])
    }
}
