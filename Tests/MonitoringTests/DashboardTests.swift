import TestSupport
import Testing

@Suite("The dashboard")
struct DashboardTests {
    private let panels: [Dashboard.Panel]

    init() throws { panels = try Dashboard.read().panels }

    @Test("has panels with a title and queries, each with an id of its own")
    func panel() {
        #expect(Set(panels.map(\.id)).count == panels.count)
        for panel in panels where panel.type != "row" {
            #expect(!panel.title.isEmpty)
            let letters = (panel.targets ?? []).map(\.refId)
            #expect(!letters.isEmpty && Set(letters).count == letters.count, "\(panel.title)")
        }
    }

    @Test("has its panels side by side within 24 columns, none upon another")
    func layout() {
        for (index, panel) in panels.enumerated() {
            let a = panel.gridPos
            #expect(a.x >= 0 && a.w > 0 && a.x + a.w <= 24, "\(panel.title)")
            for other in panels[..<index] {
                let b = other.gridPos
                let isApart =
                    a.x + a.w <= b.x || b.x + b.w <= a.x
                    || a.y + a.h <= b.y || b.y + b.h <= a.y
                #expect(isApart, "\(panel.title) lies upon \(other.title)")
            }
        }
    }
}
