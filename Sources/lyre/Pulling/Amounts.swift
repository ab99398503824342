import Foundation

/// Numbers as people read them.
enum Amounts {
    /// Such as `79.5 MB`; units of a thousand, as the hub shows them.
    static func bytes(_ count: Int) -> String {
        var (value, unit) = (Double(count), 0)
        let units = ["B", "kB", "MB", "GB", "TB"]
        while value >= 1000, unit + 1 < units.count { (value, unit) = (value / 1000, unit + 1) }
        return unit == 0 ? "\(count) B" : String(format: "%.1f ", value) + units[unit]
    }

    /// Such as `4 s`, `2:05 min` or `1:00:30 h`.
    static func time(_ seconds: Double) -> String {
        let all = Int(min(max(seconds, 0), 359_999).rounded(.up))
        let (hours, minutes, rest) = (all / 3600, all / 60 % 60, all % 60)
        if hours > 0 { return String(format: "%d:%02d:%02d h", hours, minutes, rest) }
        return minutes > 0 ? String(format: "%d:%02d min", minutes, rest) : "\(rest) s"
    }
}
