/// Constants of a model.
///
/// `@unchecked Sendable`: the buffer is private to this object and written in `init` only, so
/// threads share nothing but reads.
final class Constants: @unchecked Sendable {
    private let buffer: FloatBuffer
    var base: UnsafePointer<Float> { UnsafePointer(buffer.base) }

    /// `fill` writes values into `count` zeros.
    init(count: Int, fill: (UnsafeMutableBufferPointer<Float>) -> Void) {
        buffer = FloatBuffer(count: count)
        fill(UnsafeMutableBufferPointer(start: buffer.base, count: count))
    }

    /// The values, and zeros up to `count`.
    convenience init(_ values: [Float], paddedTo count: Int) {
        self.init(count: count) { buffer in
            for (index, value) in values.enumerated() { buffer[index] = value }
        }
    }
}
