/// The place t0...t6 of an audio code within a frame of seven.
public enum Slot {
    public static let count = 7
    /// Slots of a frame's first half, two of its four latent steps: t0...t3.
    public static let firstHalf = 4
    /// Entries of each SNAC codebook.
    public static let codebookSize = 4096

    /// The slot and code of a token id, or nil when the id is no audio code.
    public static func decode(_ id: Int) -> (slot: Int, code: UInt16)? {
        guard id >= TokenID.firstAudio, id < TokenID.endOfAudio else { return nil }
        let (slot, code) = (id - TokenID.firstAudio).quotientAndRemainder(dividingBy: codebookSize)
        return (slot, UInt16(code))
    }

    /// The token id of a code (0..<4096) in a slot (0..<7).
    public static func tokenID(slot: Int, code: UInt16) -> Int {
        precondition((0..<count).contains(slot) && code < codebookSize, "no such slot or code")
        return TokenID.firstAudio + slot * codebookSize + Int(code)
    }
}
