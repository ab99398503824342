/// What a server's refusal means: its status and its words, turned into a kind and a sentence.
struct Refusal {
    let kind: GenerationError.Kind
    let description: String

    /// A status other than 200.
    /// - Parameter message: nil when the body holds no error that a completions server would send.
    init(status: Int, message: ServerMessage?, endpoint: String) {
        let words = message.flatMap { $0.text.isEmpty ? nil : $0.text }
        let reason = words.map { ": \($0)" } ?? ""
        (kind, description) =
            switch status {
            case 404 where message?.isAboutModel == true, 400 where message?.isUnknownModel == true:
                (.unknownModel, "\(endpoint) does not serve it\(reason)")
            case 400 where message != nil, 413 where message != nil, 422 where message != nil:
                (.badRequest, "\(endpoint) refuses the request\(reason)")
            case 401, 403:
                (.unauthorized, "\(endpoint) does not accept the API key (\(status)\(reason))")
            case 429, 503: (.overloaded, "\(endpoint) is overloaded (\(status)\(reason))")
            case 502, 504:
                (.unavailable, "\(endpoint) cannot be reached by its gateway (\(status)\(reason))")
            case 500...599 where message != nil:
                (.broken, "\(endpoint) failed (\(status)\(reason))")
            default:
                (.foreign, "\(endpoint) answers \(status): it is no completions server")
            }
    }

    /// An error event within a stream.
    /// - Parameter isFirst: true when no token came before it.
    init(inStream message: ServerMessage, isFirst: Bool, endpoint: String) {
        let words = message.text.isEmpty ? "no reason given" : message.text
        (kind, description) =
            switch message.code {
            case 400 where isFirst, 422 where isFirst:
                (.badRequest, "\(endpoint) refuses the request: \(words)")
            case 429 where isFirst, 503 where isFirst:
                (.overloaded, "\(endpoint) is overloaded: \(words)")
            default: (.broken, "\(endpoint) failed while it generated: \(words)")
            }
    }
}

extension ServerMessage {
    fileprivate var isUnknownModel: Bool { type == "model_not_found" }

    /// Of a 404: the model is unknown, rather than the path.
    fileprivate var isAboutModel: Bool {
        isUnknownModel || param == "model" || text.lowercased().contains("model")
    }
}
