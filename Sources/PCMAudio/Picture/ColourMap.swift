/// Black over violet, red and orange to pale yellow, each step lighter than the last, so that it
/// reads in grey as well.
enum ColourMap {
    typealias Colour = (red: UInt8, green: UInt8, blue: UInt8)

    /// Stops at equal distances.
    private static let stops: [(Float, Float, Float)] = [
        (2, 2, 8), (30, 16, 70), (82, 20, 124), (132, 36, 128), (186, 52, 116), (232, 84, 96),
        (250, 136, 98), (252, 192, 130), (252, 250, 196),
    ]

    /// The colour of 0 (dark) to 1 (light).
    static func colour(_ value: Float) -> Colour {
        let place = max(0, min(1, value)) * Float(stops.count - 1)
        let index = min(Int(place), stops.count - 2)
        let part = place - Float(index)
        let (a, b) = (stops[index], stops[index + 1])
        func mix(_ a: Float, _ b: Float) -> UInt8 { UInt8((a + (b - a) * part).rounded()) }
        return (mix(a.0, b.0), mix(a.1, b.1), mix(a.2, b.2))
    }
}
