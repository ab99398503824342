/// A tensor as a file describes it. Its bytes lie inside the file, are as many as its shape needs,
/// and hold its values in row-major order: whoever makes an entry has checked that.
package struct TensorEntry: Equatable, Sendable {
    package var type: TensorType
    package var shape: [Int]
    package var bytes: Range<Int>

    /// Bytes of a tensor.
    /// - Throws: ``CheckpointError`` where a side is negative or the product no integer.
    static func size(
        _ shape: [Int], _ type: TensorType, of name: String
    ) throws(CheckpointError) -> Int {
        var size = type.width
        for side in shape {
            let (product, overflow) = size.multipliedReportingOverflow(by: side)
            guard side >= 0, !overflow else {
                throw CheckpointError("claims an impossible shape \(shape) for \(name.quoted)")
            }
            size = product
        }
        return size
    }
}
