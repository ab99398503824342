import Foundation
import Testing
import lyre

@Suite struct TopTableTests {
    private func row(
        _ endpoint: String, _ stage: String, streams: Int = 0, lead: Double? = nil
    ) throws -> ServerRow {
        let json = """
            {"endpoint": "\(endpoint)", "state": "ready", "stage": "\(stage)", "version": "0.1.0",
            "uptimeSeconds": 75, "streams": \(streams), "queued": 0, "memoryBytes": 52428800,
            "resumes": 0, "underruns": 1, "cpu": 0.5, "rate": 2.04}
            """
        var row = try JSONDecoder().decode(ServerRow.self, from: Data(json.utf8))
        row.leadSeconds = lead
        return row
    }

    @Test func stagesStandInTheOrderOfTheFarm() throws {
        let rows = [
            try row("c", "decoder"), try row("b", "tokens"), try row("a", "text"),
            try row("a", "decoder"),
        ]
        let table = TopTable(rows, by: .endpoint)
        #expect(table.rows.map { $0.stage + $0.endpoint } == ["texta", "tokensb", "decodera", "decoderc"])
    }

    @Test func theBusiestAndTheWorstComeFirst() throws {
        let rows = [
            try row("a", "decoder", streams: 1, lead: 0.5), try row("b", "decoder", streams: 7),
            try row("c", "decoder", streams: 3, lead: -1.25),
        ]
        #expect(TopTable(rows, by: .streams).rows.map(\.endpoint) == ["b", "c", "a"])
        #expect(TopTable(rows, by: .lead).rows.map(\.endpoint) == ["c", "a", "b"])
    }

    @Test func columnsStandUnderEachOther() throws {
        let text = TopTable([try row("tcp://a:1", "decoder", streams: 12, lead: -1.25)], by: .lead).text
        #expect(
            text == """
                stage    endpoint   state  streams    lead  queue   rate   cpu  batch  memory  resumes  underruns     up  version
                decoder  tcp://a:1  ready       12  -1.3 s      0  2.0 x  50 %      -  50 MiB        0          1  1 min  0.1.0

                """)
    }

    @Test func whoCannotBeReachedSaysWhy() throws {
        var row = try row("tcp://a:1", "")
        row.state = .unreachable
        row.error = "nobody is there"
        #expect(TopTable([row], by: .cpu).text.hasSuffix("-      tcp://a:1  unreachable: nobody is there\n"))
    }
}
