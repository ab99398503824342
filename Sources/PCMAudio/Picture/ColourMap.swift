import Pictures

/// Black over violet, red and orange to pale yellow, each step lighter than the last, so that it
/// reads in grey as well.
enum ColourMap {
    /// Stops at equal distances.
    private static let stops = [
        Colour(2, 2, 8), Colour(30, 16, 70), Colour(82, 20, 124), Colour(132, 36, 128),
        Colour(186, 52, 116), Colour(232, 84, 96), Colour(250, 136, 98), Colour(252, 192, 130),
        Colour(252, 250, 196),
    ]

    /// The colour of 0 (dark) to 1 (light).
    static func colour(_ value: Float) -> Colour {
        let place = max(0, min(1, value)) * Float(stops.count - 1)
        let index = min(Int(place), stops.count - 2)
        return stops[index].mixed(with: stops[index + 1], Double(place - Float(index)))
    }
}
