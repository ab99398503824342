import Pictures
import Testing

@Suite struct LineChartTests {
    @Test(arguments: [
        (0.0, 1.0, ["0.00", "0.25", "0.50", "0.75", "1.00"]),
        (1, 1, ["0.00", "0.25", "0.50", "0.75", "1.00"]),
        (100, 100, ["0", "25", "50", "75", "100"]),
        (1600, 2000, ["0", "500", "1000", "1500", "2000"]),
        (0.07, 0.08, ["0.00", "0.02", "0.04", "0.06", "0.08"]),
        (82.03, 100, ["0", "25", "50", "75", "100"]),
        (3, 3, ["0", "1", "2", "3"]),
        (.infinity, 1, ["0.00", "0.25", "0.50", "0.75", "1.00"]),
    ])
    func anAxisHasRoundTicks(greatest: Double, top: Double, labels: [String]) {
        let scale = AxisScale(greatest: greatest)
        #expect(abs(scale.top - top) < 1e-9 * top)
        #expect(scale.ticks.map(scale.label) == labels)
    }

    @Test func anyAxisHoldsWhatItIsFor() {
        for exponent in -4...9 {
            for factor in [1.0, 1.01, 1.99, 2, 2.51, 3.3, 4.999, 5, 7, 9.99] {
                let greatest = factor * (0..<abs(exponent)).reduce(1.0) { value, _ in
                    exponent < 0 ? value / 10 : value * 10
                }
                let scale = AxisScale(greatest: greatest)
                #expect(scale.top >= greatest * (1 - 1e-9) && scale.top <= 2 * greatest)
                #expect((3...6).contains(scale.ticks.count))
                #expect(Set(scale.ticks.map(scale.label)).count == scale.ticks.count)
            }
        }
    }

    private func chart(_ values: [Double?], steps: Int = 3) -> LineChart {
        LineChart(
            title: "A test", stepName: "streams", steps: (1...steps).map { "\($0)" },
            panels: [
                .init("first", [.init("a", values), .init("b", [nil])]),
                .init("second", [.init("a", [])], level: .init("here", 5), least: 10),
            ])
    }

    private let blue = Colour(31, 98, 173)

    /// The panel's plot is 820 by 200 pixels, its upper left corner at 110, 84.
    @Test func valuesStandWhereTheyBelong() {
        let canvas = chart([100, 0, 50]).drawn()
        let columns = [110 + 820 / 6, 110 + 820 / 2, 110 + 820 * 5 / 6]
        for (column, row) in zip(columns, [84, 284, 184]) {
            #expect(canvas[column, row] == blue)
        }
        // Half way between the first two.
        #expect(canvas[(columns[0] + columns[1]) / 2, 184] == blue)
        #expect(canvas[columns[1], 184] != blue)
    }

    @Test func aMissingValueLeavesAGap() {
        let canvas = chart([100, nil, 100]).drawn()
        #expect(canvas[110 + 820 / 6, 84] == blue)
        #expect((300...700).allSatisfy { canvas[$0, 84] != blue })
    }

    @Test func theLevelIsADashedLine() {
        let canvas = chart([1]).drawn()
        let row = 84 + 200 + 74 + 100
        #expect(canvas[111, row] == .ink && canvas[119, row] != .ink && canvas[123, row] == .ink)
    }

    @Test func anyChartIsAPicture() throws {
        for chart in [
            chart([]), chart([nil]), chart([.nan, 1]), chart([1e9, 1e-9]), chart([0], steps: 500),
            LineChart(title: "", stepName: "", steps: [], panels: []),
        ] {
            #expect(try chart.png.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
        }
    }
}
