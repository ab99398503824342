extension Duration {
    /// For sentences: `30 s`, `0.3 s`.
    var text: String {
        let tenths = (Double(components.seconds) * 10 + Double(components.attoseconds) * 1e-17).rounded()
        let (whole, part) = Int(tenths).quotientAndRemainder(dividingBy: 10)
        return part == 0 ? "\(whole) s" : "\(whole).\(part) s"
    }
}
