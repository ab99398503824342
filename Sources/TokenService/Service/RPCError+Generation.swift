import LyreRPC

extension RPCError {
    /// A generation's failure, as callers of the RPC are told it.
    init(_ error: GenerationError) {
        let code: StatusCode =
            switch error.kind {
            case .unknownModel: .notFound
            case .badRequest: .invalidArgument
            case .unauthorized: .unauthenticated
            case .overloaded: .resourceExhausted
            case .unavailable, .broken, .silent: .unavailable
            case .stalled: .deadlineExceeded
            case .foreign: .failedPrecondition
            case .cancelled: .cancelled
            }
        self.init(
            code, error.description, reason: "\(error.kind)",
            retryAfterMilliseconds: error.retryAfter.map { UInt32(clamping: Int($0.inSeconds * 1000)) } ?? 0)
    }
}
