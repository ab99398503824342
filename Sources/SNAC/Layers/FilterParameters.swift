import CSNACKernels

/// What the filter kernel reads, at a fixed place.
///
/// `@unchecked Sendable`: all of it is private to this object and written in `init` only, so
/// threads share nothing but reads.
final class FilterParameters: @unchecked Sendable {
    private let filter: UnsafeMutablePointer<snac_filter>
    private let snakes: UnsafeMutablePointer<snac_snake>
    /// Keeps alive what the pointers point to.
    private let owners: (Snake?, Constants, Constants, Snake?)

    var base: UnsafePointer<snac_filter> { UnsafePointer(filter) }

    init(before: Snake?, weight: Tensor, bias: Tensor, dilation: Int, after: Snake?) {
        let real = weight.shape[0]
        let channels = Kernels.padded(real)
        let taps = Constants(count: 7 * channels) { taps in
            for channel in 0..<real {
                for tap in 0..<7 {
                    taps[tap * channels + channel] = weight.values[channel * 7 + tap]
                }
            }
        }
        let bias = Constants(bias.values, paddedTo: channels)
        snakes = .allocate(capacity: 2)
        filter = .allocate(capacity: 1)
        if let before { snakes.initialize(to: before.parameters) }
        if let after { (snakes + 1).initialize(to: after.parameters) }
        filter.initialize(
            to: snac_filter(
                channels: channels, dilation: dilation, taps: taps.base, bias: bias.base,
                before: before == nil ? nil : UnsafePointer(snakes),
                after: after == nil ? nil : UnsafePointer(snakes + 1)))
        owners = (before, taps, bias, after)
    }

    deinit {
        filter.deallocate()
        snakes.deallocate()
    }
}
