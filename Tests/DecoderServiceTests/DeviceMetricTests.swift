import DecoderService
import TestSupport
import Testing

/// No test has a GPU whose metrics could be read; their names are held against the table.
@Suite struct DeviceMetricTests {
    @Test func theTableHasThem() throws {
        let documented = try MetricTable().metrics(under: "lyre-decoder --device cuda")
        #expect(
            documented
                == Set(DecoderMetricNotes.device.map { .init(name: $0.name, kind: "gauge") }))
    }
}
