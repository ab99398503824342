/// Pixels of three bytes, row after row from the top. What lies outside of it is left out.
package struct Canvas: Sendable {
    package let width: Int
    package let height: Int
    package private(set) var pixels: [UInt8]

    package init(width: Int, height: Int, colour: Colour = .paper) {
        self.width = width
        self.height = height
        pixels = []
        pixels.reserveCapacity(3 * width * height)
        for _ in 0..<width * height { pixels += [colour.red, colour.green, colour.blue] }
    }

    package subscript(x: Int, y: Int) -> Colour {
        get {
            let at = 3 * (y * width + x)
            return Colour(pixels[at], pixels[at + 1], pixels[at + 2])
        }
        set {
            guard (0..<width).contains(x), (0..<height).contains(y) else { return }
            let at = 3 * (y * width + x)
            pixels[at] = newValue.red
            pixels[at + 1] = newValue.green
            pixels[at + 2] = newValue.blue
        }
    }

    /// Fills a rectangle.
    package mutating func fill(x: Int, y: Int, width: Int, height: Int, _ colour: Colour) {
        for row in max(0, y)..<max(0, y, min(self.height, y + height)) {
            for column in max(0, x)..<max(0, x, min(self.width, x + width)) {
                self[column, row] = colour
            }
        }
    }

    /// Writes a text, its upper left corner at `x` and `y`.
    package mutating func write(_ text: String, x: Int, y: Int, _ colour: Colour) {
        let (dot, width) = (Lettering.dot, Lettering.width)
        for (index, character) in text.enumerated() {
            for (row, dots) in Lettering.rows(character).enumerated() {
                for column in 0..<width where dots >> (width - 1 - column) & 1 == 1 {
                    fill(
                        x: x + dot * (index * (width + 1) + column), y: y + dot * row,
                        width: dot, height: dot, colour)
                }
            }
        }
    }

    /// Draws a line with round ends and soft edges; a point where both ends are one.
    package mutating func line(
        from a: (x: Double, y: Double), to b: (x: Double, y: Double), width: Double,
        _ colour: Colour
    ) {
        let reach = width / 2 + 1
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        func bounds(_ a: Double, _ b: Double, _ limit: Int) -> Range<Int> {
            let low = min(max(0, min(a, b) - reach), Double(limit))
            let high = min(max(low, max(a, b) + reach + 1), Double(limit))
            return Int(low)..<Int(high)
        }
        for y in bounds(a.y, b.y, height) {
            for x in bounds(a.x, b.x, self.width) {
                let (px, py) = (Double(x) - a.x, Double(y) - a.y)
                let along = length > 0 ? min(max((px * dx + py * dy) / length, 0), 1) : 0
                let (ox, oy) = (px - along * dx, py - along * dy)
                let cover = width / 2 + 0.5 - (ox * ox + oy * oy).squareRoot()
                if cover > 0 { self[x, y] = self[x, y].mixed(with: colour, cover) }
            }
        }
    }
}
