import Pictures
import Testing

@Suite struct CanvasTests {
    private let red = Colour(200, 0, 0)

    @Test func whatLiesOutsideIsLeftOut() {
        var canvas = Canvas(width: 4, height: 3)
        canvas.fill(x: -5, y: 1, width: 7, height: 90, red)
        canvas.fill(x: 9, y: 9, width: 1, height: 1, red)
        canvas.line(from: (-50, -50), to: (-10, 90), width: 3, red)
        canvas.line(from: (30, 1), to: (90, 1), width: 3, red)
        canvas.write("M", x: -90, y: 50, red)
        let filled = (0..<12).filter { canvas[$0 % 4, $0 / 4] == red }
        #expect(filled == [4, 5, 8, 9])
        #expect(canvas.pixels.count == 36)
    }

    @Test func aLineHasItsWidthAndSoftEdges() {
        var canvas = Canvas(width: 20, height: 20)
        canvas.line(from: (2, 10), to: (17, 10), width: 3, red)
        #expect((9...11).allSatisfy { canvas[10, $0] == red })
        #expect(canvas[10, 7] == .paper && canvas[10, 13] == .paper)
        canvas.line(from: (2, 2), to: (17, 6), width: 2, red)
        let shades = Set((0..<20).map { canvas[9, $0] })
        #expect(shades.contains { $0 != .paper && $0 != red })
    }

    @Test func aLineOfNoLengthIsAPoint() {
        var canvas = Canvas(width: 20, height: 20)
        canvas.line(from: (10, 10), to: (10, 10), width: 8, red)
        #expect(canvas[10, 10] == red && canvas[13, 10] == red && canvas[10, 7] == red)
        #expect(canvas[15, 10] == .paper && canvas[13, 13] != red)
    }

    @Test func coloursMix() {
        #expect(Colour.paper.mixed(with: red, 0) == .paper)
        #expect(Colour.paper.mixed(with: red, 1) == red)
        #expect(Colour(0, 100, 200).mixed(with: Colour(100, 0, 200), 0.5) == Colour(50, 50, 200))
    }
}
