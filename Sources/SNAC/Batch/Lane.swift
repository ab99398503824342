/// One stream's consecutive time steps in a batch: the first belongs to the step `time`, counted in
/// the layer's own rate from the start of the utterance.
struct Lane {
    /// The stream's place in the batch's work.
    var index: Int
    var state: StreamState
    var time: Int
    var count: Int

    func delayed(by steps: Int) -> Lane {
        var lane = self
        lane.time -= steps
        return lane
    }
}

extension Int {
    /// The remainder that is never negative.
    func modulo(_ divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
