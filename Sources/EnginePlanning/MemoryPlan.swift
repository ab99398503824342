/// Where the memory of each GPU goes, and what vLLM has to be told. Bytes of one GPU.
///
/// Only memory is planned: whether a GPU keeps up with so many streams has to be measured.
public struct MemoryPlan: Sendable {
    public let request: PlanRequest
    /// The share of the GPU that vLLM may take.
    public let utilization: Double
    public let weights: Int
    /// Of the KV cache, a token.
    public let bytesPerToken: Int
    /// Tokens of a stream, its prompt included.
    public let tokensPerStream: Int
    /// Of the KV cache, a stream: whole blocks.
    public let cachePerStream: Int
    /// To draw a stream's tokens.
    public let samplingPerStream: Int
    /// Streams that the plan is for.
    public let streams: Int
    /// Streams that fit, at the most: in the share that was given, or in vLLM's default.
    public let streamsThatFit: Int
    /// The longest sequence that vLLM is told of.
    public let maxModelLength: Int
    /// Tokens of a step of the scheduler.
    public let maxBatchedTokens: Int

    public var overhead: Int { request.assumptions.overhead }
    public var cache: Int { streams * cachePerStream }
    public var sampling: Int { streams * samplingPerStream }
    /// What vLLM may take.
    public var budget: Int { Int(utilization * Double(request.gpu.bytes)) }
    /// What vLLM may take besides; it makes the KV cache larger by that.
    public var headroom: Int { budget - weights - overhead - sampling - cache }
    /// What is left to others.
    public var free: Int { request.gpu.bytes - budget }
    /// True when the KV cache is too small for the longest sequence of the model itself, so that
    /// vLLM does not start unless it is told of a shorter one.
    public var needsMaxModelLength: Bool {
        headroom + cache < request.model.positions * bytesPerToken
    }

    /// - Throws: ``PlanError`` when it does not fit, or the request makes no sense.
    public init(_ request: PlanRequest) throws(PlanError) {
        try request.validate()
        let (model, assumptions) = (request.model, request.assumptions)
        let spread = request.tensorParallel
        self.request = request
        weights = (model.linearParameters * request.weights.bytes + 2 * model.embeddingParameters)
            / spread + 2 * model.normParameters
        let keyValueHeads = max(1, model.keyValueHeads / spread)
        bytesPerToken = 2 * model.layers * keyValueHeads * model.headDimension * request.cache.bytes
        tokensPerStream = SequenceLength.tokens(seconds: request.seconds, assumptions)
        let block = assumptions.block
        cachePerStream = (tokensPerStream + block - 1) / block * block * bytesPerToken
        samplingPerStream = assumptions.samplingBytesPerEntry * model.vocabulary
        let longest = max(tokensPerStream, SequenceLength.longest(assumptions))
        maxModelLength = min((longest + 127) / 128 * 128, model.positions)
        guard tokensPerStream <= model.positions else {
            throw PlanError(
                "\(request.seconds) s of speech are \(tokensPerStream) tokens, and the model was "
                    + "made for \(model.positions)")
        }

        // vLLM starts only with room for the longest sequence.
        let fixed = weights + assumptions.overhead
        let least = fixed + samplingPerStream + maxModelLength * bytesPerToken
        let perStream = cachePerStream + samplingPerStream
        let gpu = Double(request.gpu.bytes)
        let most = request.utilization ?? assumptions.greatestUtilization
        let limit = Int(most * gpu)
        guard limit >= least else {
            throw PlanError(
                "it does not fit: \(Self.gigabytes(least)) GB are the least for one stream, and "
                    + "\(most) of \(request.gpu.name) are \(Self.gigabytes(limit)) GB")
        }
        let fit = max(1, (limit - fixed) / perStream)
        streamsThatFit = fit
        streams = request.streams ?? fit
        let needed = max(least, fixed + streams * perStream)
        guard needed <= limit else {
            throw PlanError(
                "\(streams) streams of \(Self.text(request.seconds)) s do not fit: they need "
                    + "\(Self.gigabytes(needed)) GB, and \(most) of \(request.gpu.name) are "
                    + "\(Self.gigabytes(limit)) GB; \(fit) fit")
        }
        let share = min(most, (Double(needed) / gpu * 100).rounded(.up) / 100)
        utilization = request.utilization ?? (request.streams == nil ? most : share)
        // One token a step for each stream, and room for prompts beside them.
        maxBatchedTokens = max(512, (streams + 256 + 127) / 128 * 128)
    }

    /// The flags for vLLM, with their dashes and values.
    public var flags: [String] {
        var flags = ["--enable-chunked-prefill", "--enable-prefix-caching", "--dtype auto"]
        if request.weights == .fp8 { flags.append("--quantization fp8") }
        if request.cache == .fp8 { flags.append("--kv-cache-dtype fp8") }
        if request.tensorParallel > 1 {
            flags.append("--tensor-parallel-size \(request.tensorParallel)")
        }
        return flags + [
            "--gpu-memory-utilization \(Self.text(utilization))", "--max-num-seqs \(streams)",
            "--max-model-len \(maxModelLength)", "--max-num-batched-tokens \(maxBatchedTokens)",
        ]
    }

    static func gigabytes(_ bytes: Int) -> String {
        let hundredths = (bytes + 5_000_000) / 10_000_000
        let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
        return "\(whole).\(part < 10 ? "0" : "")\(part)"
    }

    /// Without the zeros behind a whole number.
    static func text(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
}
