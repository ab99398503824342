import Foundation

/// A linear axis from 0 to a round number, with ticks at round distances.
package struct AxisScale: Equatable {
    package let top: Double
    package let step: Double

    /// - Parameters:
    ///   - greatest: What has to fit; an axis of nothing goes to 1.
    ///   - ticks: About how many steps there shall be.
    package init(greatest: Double, ticks: Int = 4) {
        let greatest = greatest.isFinite && greatest > 0 ? greatest : 1
        let rough = greatest / Double(ticks)
        let power = pow(10, log10(rough).rounded(.down))
        // 1e-9: what rounding adds must not make it the next step.
        step = [1.0, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= rough * (1 - 1e-9) }!
        top = (greatest / step - 1e-9).rounded(.up) * step
    }

    package var ticks: [Double] {
        (0...Int((top / step).rounded())).map { Double($0) * step }
    }

    /// A tick as a number, with as many digits as the steps need.
    package func label(_ tick: Double) -> String {
        for digits in 0..<9 {
            let scale = pow(10, Double(digits))
            if abs((step * scale).rounded() - step * scale) < 1e-6 * step * scale {
                return String(format: "%.\(digits)f", tick)
            }
        }
        return String(format: "%g", tick)
    }
}
