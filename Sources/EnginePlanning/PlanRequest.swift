/// What a plan is wanted for.
public struct PlanRequest: Sendable {
    public var model = ModelShape.orpheus
    public var gpu: GPU
    /// GPUs over which the model is spread.
    public var tensorParallel = 1
    public var weights = WeightPrecision.none
    public var cache = CachePrecision.auto
    /// Streams at once; nil for as many as fit.
    public var streams: Int?
    /// Of speech, of one stream.
    public var seconds = 20.0
    /// The share of the GPU that vLLM may take; nil for what the streams need, or, where their
    /// number is not given either, for vLLM's default.
    public var utilization: Double?
    public var assumptions = MemoryAssumptions()

    public init(gpu: GPU) { self.gpu = gpu }

    /// - Throws: ``PlanError`` for what no plan can be made of.
    func validate() throws(PlanError) {
        guard (1...64).contains(tensorParallel), model.heads % tensorParallel == 0,
            model.keyValueHeads % tensorParallel == 0
                || tensorParallel % model.keyValueHeads == 0
        else {
            throw PlanError(
                "\(model.heads) heads and \(model.keyValueHeads) of keys and values cannot be "
                    + "spread over \(tensorParallel) GPUs")
        }
        guard streams ?? 1 > 0, streams ?? 1 <= 100_000 else {
            throw PlanError("\(streams ?? 0) streams are no number to plan for")
        }
        guard seconds > 0, seconds <= 3600 else {
            throw PlanError("\(seconds) s of speech are outside of 0 to 3600")
        }
        if let utilization, !(utilization > 0 && utilization <= 1) {
            throw PlanError("a share of \(utilization) is outside of 0 to 1")
        }
    }
}
