/// Proposes readings for spans of a line.
protocol Recognizer: Sendable {
    /// Adds what may begin at this token.
    ///
    /// It must look at a bounded number of tokens, or else the pipeline is no longer linear.
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate])
}
