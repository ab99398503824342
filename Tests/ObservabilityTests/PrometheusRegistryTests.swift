import CoreMetrics
import Observability
import Testing

@Suite struct PrometheusRegistryTests {
    private let registry = PrometheusRegistry(seriesLimit: 3)

    @Test func valuesAreReadBack() throws {
        registry.describe("lyre_calls_total", "Calls\nby \\ status.")
        Counter(label: "lyre_calls_total", dimensions: [("status", "ok")], factory: registry)
            .increment(by: 3)
        Counter(label: "lyre_calls_total", dimensions: [("status", "ok")], factory: registry)
            .increment()
        FloatingPointCounter(label: "lyre_audio_seconds_total", factory: registry).increment(
            by: 0.25)
        let meter = Meter(label: "lyre.streams", factory: registry)
        meter.increment(by: 5)
        meter.decrement(by: 2)
        Gauge(label: "lyre_load", factory: registry).record(0.5)
        let text = try PrometheusText(registry.render())
        #expect(text.samples["lyre_calls_total{status=ok}"] == 4)
        #expect(text.samples["lyre_audio_seconds_total"] == 0.25)
        #expect(text.samples["lyre_streams"] == 3)
        #expect(text.samples["lyre_load"] == 0.5)
        #expect(text.types["lyre_calls_total"] == "counter")
        #expect(text.types["lyre_load"] == "gauge")
        #expect(text.help["lyre_calls_total"] == "Calls\\nby \\\\ status.")
    }

    @Test func labelsSurviveEveryCharacter() throws {
        let value = "a\\b\"c\nd,e}{=é"
        Counter(label: "c", dimensions: [("odd name", value)], factory: registry).increment()
        #expect(try PrometheusText(registry.render()).samples["c{odd_name=\(value)}"] == 1)
    }

    @Test func timersAreHistogramsInSeconds() throws {
        let timer = Timer(label: "lyre_frame_seconds", factory: registry)
        timer.recordMilliseconds(85)
        timer.recordMilliseconds(86)
        timer.recordSeconds(60)
        let text = try PrometheusText(registry.render())
        #expect(text.types["lyre_frame_seconds"] == "histogram")
        #expect(text.samples["lyre_frame_seconds_bucket{le=0.064}"] == 0)
        #expect(text.samples["lyre_frame_seconds_bucket{le=0.0853}"] == 1)
        #expect(text.samples["lyre_frame_seconds_bucket{le=0.1067}"] == 2)
        #expect(text.samples["lyre_frame_seconds_bucket{le=+Inf}"] == 3)
        #expect(text.samples["lyre_frame_seconds_count"] == 3)
        #expect(abs(text.samples["lyre_frame_seconds_sum"]! - 60.171) < 1e-9)
    }

    @Test func bucketsFollowTheLabel() throws {
        registry.describe("lyre_cuts", "Cuts.", buckets: Buckets([1.5, 10]))
        Recorder(label: "lyre_cuts", factory: registry).record(2)
        Recorder(label: "lyre_payload_bytes", factory: registry).record(1_000)
        let samples = try PrometheusText(registry.render()).samples
        #expect(samples.keys.filter { $0.hasPrefix("lyre_cuts_bucket") }.count == 3)
        #expect(samples["lyre_cuts_bucket{le=1.5}"] == 0)
        #expect(samples["lyre_cuts_bucket{le=10}"] == 1)
        #expect(samples["lyre_payload_bytes_bucket{le=256}"] == 0)
        #expect(samples["lyre_payload_bytes_bucket{le=1024}"] == 1)
    }

    @Test func memoryIsBounded() throws {
        for peer in 0..<1000 {
            Counter(label: "c", dimensions: [("peer", "\(peer)")], factory: registry).increment()
        }
        let samples = try PrometheusText(registry.render()).samples
        #expect(samples.count == 4)
        #expect(samples["c{overflow=true}"] == 997)
    }

    @Test func orderIsByNameThenLabels() throws {
        for name in ["b", "a", "c"] {
            for label in ["2", "1"] {
                Counter(label: name, dimensions: [("l", label)], factory: registry).increment()
            }
        }
        let expected = ["a{l=1}", "a{l=2}", "b{l=1}", "b{l=2}", "c{l=1}", "c{l=2}"]
        #expect(try PrometheusText(registry.render()).order == expected)
    }

    @Test func dimensionsInAnyOrderAreOneSeries() throws {
        Counter(label: "c", dimensions: [("a", "1"), ("b", "2")], factory: registry).increment()
        Counter(label: "c", dimensions: [("b", "2"), ("a", "1")], factory: registry).increment()
        #expect(try PrometheusText(registry.render()).samples == ["c{a=1,b=2}": 2])
    }

    @Test func whatIsDestroyedIsForgotten() throws {
        let counter = Counter(label: "c", factory: registry)
        counter.increment()
        counter.destroy()
        #expect(registry.render().isEmpty)
    }

    @Test func nothingIsLostBetweenThreads() async throws {
        let counter = Counter(label: "c", factory: registry)
        let timer = Timer(label: "t_seconds", factory: registry)
        await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<1000 {
                        counter.increment()
                        timer.recordNanoseconds(1_000)
                    }
                }
            }
        }
        let samples = try PrometheusText(registry.render()).samples
        #expect(samples["c"] == 8000)
        #expect(samples["t_seconds_count"] == 8000)
    }

    @Test func theProcessIsDescribed() throws {
        registry.addProcessMetrics()
        let samples = try PrometheusText(registry.render()).samples
        #expect(samples["process_cpu_seconds_total"]! > 0)
        #expect(samples["process_start_time_seconds"]! > 1_700_000_000)
        #if os(Linux)
            #expect(samples["process_resident_memory_bytes"]! > 1_000_000)
            #expect(samples["process_open_fds"]! > 2)
        #endif
    }
}
