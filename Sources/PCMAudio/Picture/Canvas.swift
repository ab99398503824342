/// Pixels of three bytes, row after row from the top.
struct Canvas {
    let width: Int
    let height: Int
    private(set) var pixels: [UInt8]

    init(width: Int, height: Int, colour: ColourMap.Colour) {
        self.width = width
        self.height = height
        pixels = []
        pixels.reserveCapacity(3 * width * height)
        for _ in 0..<width * height {
            pixels += [colour.red, colour.green, colour.blue]
        }
    }

    /// Fills a rectangle; what lies outside of the canvas is left out.
    mutating func fill(x: Int, y: Int, width: Int, height: Int, _ colour: ColourMap.Colour) {
        for row in max(0, y)..<max(0, y, min(self.height, y + height)) {
            for column in max(0, x)..<max(0, x, min(self.width, x + width)) {
                let at = 3 * (row * self.width + column)
                pixels[at] = colour.red
                pixels[at + 1] = colour.green
                pixels[at + 2] = colour.blue
            }
        }
    }

    /// Writes small characters of `Lettering`, two pixels a dot.
    mutating func write(_ text: String, x: Int, y: Int, _ colour: ColourMap.Colour) {
        for (index, character) in text.enumerated() {
            for (row, dots) in Lettering.rows(character).enumerated() {
                for column in 0..<Lettering.width where dots >> (2 - column) & 1 == 1 {
                    fill(
                        x: x + 2 * (index * (Lettering.width + 1) + column), y: y + 2 * row,
                        width: 2, height: 2, colour)
                }
            }
        }
    }
}
