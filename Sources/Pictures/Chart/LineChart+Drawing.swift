extension LineChart {
    private static let colours = [
        Colour(31, 98, 173), Colour(222, 120, 24), Colour(52, 152, 110), Colour(122, 70, 150),
        Colour(196, 52, 72), Colour(90, 170, 210), Colour(140, 110, 60), Colour(120, 120, 120),
    ]
    private static let lineHeight = Lettering.dot * (Lettering.height + 3)

    /// Pixels of a panel's plot, around it, and from one to the next.
    private static let plot = (width: 820, height: 200)
    private static let (left, right, bottom) = (110, 40, 74)
    private static let gap = 74
    /// From the upper edge to the first panel.
    private var top: Int { 84 + shared.count * Self.lineHeight }

    package func drawn() -> Canvas {
        let (plot, gap, shared) = (Self.plot, Self.gap, shared)
        var canvas = Canvas(
            width: Self.left + plot.width + Self.right,
            height: top + panels.count * (plot.height + gap) - gap + Self.bottom)
        canvas.write(title, x: Self.left, y: 16, .ink)
        for (index, name) in shared.enumerated() {
            let y = 16 + (index + 1) * Self.lineHeight
            drawSample(index, x: Self.left, y: y, on: &canvas)
            canvas.write(name, x: Self.left + Self.sample, y: y, .ink)
        }
        for (index, panel) in panels.enumerated() {
            draw(panel, at: top + index * (plot.height + gap), on: &canvas)
        }
        centre(stepName, x: Self.left + plot.width / 2, y: canvas.height - 26, on: &canvas)
        return canvas
    }

    private func draw(_ panel: Panel, at y: Int, on canvas: inout Canvas) {
        let values = panel.series.flatMap { $0.values.compactMap(\.self) }.filter(\.isFinite)
        let scale = AxisScale(
            greatest: max(values.max() ?? 0, panel.level?.value ?? 0, panel.least))
        let plot = Self.plot
        func height(_ value: Double) -> Double {
            Double(y + plot.height) - value / scale.top * Double(plot.height)
        }
        for tick in scale.ticks {
            let row = Int(height(tick))
            canvas.fill(x: Self.left, y: row, width: plot.width, height: 1, .faint)
            canvas.fill(x: Self.left - 5, y: row, width: 5, height: 1, .ink)
            let label = scale.label(tick)
            canvas.write(
                label, x: Self.left - 10 - Lettering.pixels(label), y: row - 7,
                .ink)
        }
        for (index, step) in steps.enumerated() {
            let column = Int(place(index))
            canvas.fill(x: column, y: y + plot.height, width: 1, height: 5, .ink)
            if isLabelled(index) { centre(step, x: column, y: y + plot.height + 9, on: &canvas) }
        }
        canvas.fill(x: Self.left, y: y, width: 1, height: plot.height, .ink)
        canvas.fill(x: Self.left, y: y + plot.height, width: plot.width, height: 1, .ink)
        if let level = panel.level {
            for start in stride(from: Self.left, to: Self.left + plot.width, by: 12) {
                canvas.fill(x: start, y: Int(height(level.value)), width: 6, height: 2, .ink)
            }
        }
        for (index, series) in panel.series.enumerated() {
            let points = series.values.enumerated().map { step, value in
                value.flatMap { $0.isFinite ? (x: place(step), y: height($0)) : nil }
            }
            let colour = Self.colours[index % Self.colours.count]
            for (a, b) in zip(points, points.dropFirst()) {
                if let a, let b { canvas.line(from: a, to: b, width: 2.5, colour) }
            }
            for case let point? in points { canvas.line(from: point, to: point, width: 8, colour) }
        }
        drawHeading(of: panel, at: y - Self.lineHeight - 4, on: &canvas)
    }

    /// The title at the left; names of lines, each behind its colour, at the right.
    private func drawHeading(of panel: Panel, at y: Int, on canvas: inout Canvas) {
        canvas.write(panel.title, x: Self.left, y: y, .ink)
        var x = Self.left + Self.plot.width
        func name(_ text: String) { x -= Lettering.pixels(text) }
        if let level = panel.level {
            name(level.name)
            canvas.write(level.name, x: x, y: y, .ink)
            for dash in 1...3 {
                canvas.fill(x: x - 4 - dash * 12, y: y + 6, width: 6, height: 2, .ink)
            }
            x -= 56
        }
        guard panel.series.count > 1, shared.isEmpty else { return }
        for (index, series) in panel.series.enumerated().reversed() {
            name(series.name)
            canvas.write(series.name, x: x, y: y, .ink)
            drawSample(index, x: x - Self.sample, y: y, on: &canvas)
            x -= Self.sample + 22
        }
    }

    /// The names of the lines where all panels have the same ones: told once.
    private var shared: [String] {
        let names = panels.map { $0.series.map(\.name) }
        guard let first = names.first, first.count > 1, names.allSatisfy({ $0 == first }) else {
            return []
        }
        return first
    }

    /// Pixels of a sample of a line, before its name.
    private static let sample = 34

    private func drawSample(_ index: Int, x: Int, y: Int, on canvas: inout Canvas) {
        let colour = Self.colours[index % Self.colours.count]
        let (start, middle) = (Double(x), Double(y + 7))
        canvas.line(from: (start, middle), to: (start + 24, middle), width: 2.5, colour)
        canvas.line(from: (start + 12, middle), to: (start + 12, middle), width: 8, colour)
    }

    /// Where a step stands.
    private func place(_ step: Int) -> Double {
        let room = Double(Self.plot.width) / Double(max(steps.count, 1))
        return Double(Self.left) + (Double(step) + 0.5) * room
    }

    /// True for all steps, or for every second, third ... where they are too many to be read.
    private func isLabelled(_ step: Int) -> Bool {
        let widest = steps.map { Lettering.pixels($0) }.max() ?? 0
        let room = Self.plot.width / max(steps.count, 1)
        return step % (1 + (widest + 12) / max(room, 1)) == 0
    }

    private func centre(_ text: String, x: Int, y: Int, on canvas: inout Canvas) {
        canvas.write(text, x: x - Lettering.pixels(text) / 2, y: y, .ink)
    }
}
