extension Duration {
    /// For sentences: `30 s`, `0.3 s`.
    var text: String {
        let seconds = Double(components.seconds) + Double(components.attoseconds) * 1e-18
        let (whole, part) = Int((seconds * 10).rounded()).quotientAndRemainder(dividingBy: 10)
        return part == 0 ? "\(whole) s" : "\(whole).\(part) s"
    }
}
