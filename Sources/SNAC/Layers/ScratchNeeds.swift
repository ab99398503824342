/// Floats of scratch memory that layers need.
struct ScratchNeeds {
    var input = 0
    var rows = 0
    var noise = 0

    func union(_ other: ScratchNeeds) -> ScratchNeeds {
        ScratchNeeds(
            input: max(input, other.input), rows: max(rows, other.rows),
            noise: max(noise, other.noise))
    }
}
