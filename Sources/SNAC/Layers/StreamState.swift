/// What one stream's layers remember, and where in time it is. Everything else of a decode is
/// shared.
final class StreamState {
    /// Last rows of each layer's input, in the order of ``CacheLayout``.
    let caches: FloatBuffer
    /// Latent steps from the start to the end, as soon as it is known.
    var end: Int?
    let noise: NoiseSource

    init(layout: CacheLayout, noise: NoiseSource) {
        caches = FloatBuffer(count: layout.count)
        self.noise = noise
    }

    /// The steps that exist in a layer with `rate` rows a latent step.
    func valid(rate: Int) -> Range<Int> {
        0..<(end.map { $0 * rate } ?? .max)
    }
}
