/// Values in row-major order.
package struct Tensor {
    package var shape: [Int]
    package var values: [Float]
}
