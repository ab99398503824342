/// Scratch memory that layers need, in floats or operands.
struct ScratchNeeds {
    var operands = 0
    var rows = 0
    var noise = 0

    func union(_ other: ScratchNeeds) -> ScratchNeeds {
        ScratchNeeds(
            operands: max(operands, other.operands), rows: max(rows, other.rows),
            noise: max(noise, other.noise))
    }
}
