/// Lines over the same steps to the right, in panels one below the other.
public struct LineChart: Sendable {
    /// A line: a value a step, nil where there is none.
    public struct Series: Sendable {
        public let name: String
        public let values: [Double?]

        public init(_ name: String, _ values: [Double?]) {
            self.name = name
            self.values = values
        }
    }

    /// A level that lines are compared with.
    public struct Level: Sendable {
        public let name: String
        public let value: Double

        public init(_ name: String, _ value: Double) {
            self.name = name
            self.value = value
        }
    }

    /// Lines of one unit. The axis goes from 0 to what they need.
    public struct Panel: Sendable {
        public let title: String
        public let series: [Series]
        public let level: Level?
        /// What fits at least.
        public let least: Double

        public init(_ title: String, _ series: [Series], level: Level? = nil, least: Double = 0) {
            self.title = title
            self.series = series
            self.level = level
            self.least = least
        }
    }

    public let title: String
    /// What the steps are: `streams`.
    public let stepName: String
    public let steps: [String]
    public let panels: [Panel]

    public init(title: String, stepName: String, steps: [String], panels: [Panel]) {
        self.title = title
        self.stepName = stepName
        self.steps = steps
        self.panels = panels
    }

    /// The bytes of a PNG file.
    /// - Throws: ``PictureError`` where libpng fails.
    public var png: [UInt8] {
        get throws(PictureError) { try PNGImage.encode(drawn()) }
    }
}
