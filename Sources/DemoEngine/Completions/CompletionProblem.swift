import Foundation
import HTTPTypes

/// Why a request is refused: an HTTP status and the error object that vLLM would send.
package struct CompletionProblem: Error, Sendable {
    let status: HTTPResponse.Status
    let type: String
    let message: String
    let param: String?

    /// `{"error":{"message","type","param","code"}}`.
    var body: String {
        var json = JSONText()
        json.object {
            $0.object("error") {
                $0.field("message", message)
                $0.field("type", type)
                $0.field("param", param)
                $0.field("code", status.code)
            }
        }
        return json.text
    }

    static func unknownModel(_ name: String, served: String) -> CompletionProblem {
        CompletionProblem(
            status: .notFound, type: "NotFoundError",
            message: "The model `\(name.prefix(200))` does not exist. Valid aliases: \(served).",
            param: "model")
    }

    /// A sentence about a parameter.
    static func parameter(_ name: String, _ sentence: String, value: String? = nil)
        -> CompletionProblem
    {
        let where_ = value.map { "parameter=\(name), value=\($0)" } ?? "parameter=\(name)"
        return badRequest("\(sentence) (\(where_))", param: name)
    }

    /// A number that is out of its range.
    static func value(_ name: String, _ rule: String, _ value: Double) -> CompletionProblem {
        let text = value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
        return parameter(name, "\(name) \(rule), got \(text).", value: text)
    }

    static func prompt(_ sentence: String) -> CompletionProblem {
        badRequest(sentence, param: "prompt")
    }

    static func promptTooLong(_ tokens: Int, limit: Int) -> CompletionProblem {
        parameter(
            "input_tokens",
            "This model's maximum context length is \(limit) tokens. However, your prompt contains "
                + "\(tokens) input tokens, which exceeds this limit even without any output "
                + "tokens. Please reduce the length of the input prompt.", value: "\(tokens)")
    }

    static let busy = CompletionProblem(
        status: .serviceUnavailable, type: "Service Unavailable",
        message: "The engine is currently busy and cannot accept new requests. "
            + "Please try again later or on a different instance.", param: nil)

    static func tooLarge(_ limit: Int) -> CompletionProblem {
        CompletionProblem(
            status: .contentTooLarge, type: "Request Entity Too Large",
            message: "The body of a request may have \(limit) bytes.", param: nil)
    }

    private static func badRequest(_ message: String, param: String?) -> CompletionProblem {
        CompletionProblem(
            status: .badRequest, type: "BadRequestError", message: message, param: param)
    }

    /// vLLM says "Bad Request" for what does not even parse.
    private static func unreadable(_ what: String, at place: String, _ why: String)
        -> CompletionProblem
    {
        CompletionProblem(
            status: .badRequest, type: "Bad Request",
            message:
                "1 validation error:\n  {'type': '\(what)', 'loc': '\(place)', 'msg': '\(why)'}",
            param: place)
    }

    static func invalidJSON(_ why: String) -> CompletionProblem {
        unreadable("json_invalid", at: "body", "JSON decode error: \(why)")
    }

    init(_ error: DecodingError) {
        func place(_ path: [any CodingKey], _ last: (any CodingKey)? = nil) -> String {
            (["body"]
                + (path + [last].compactMap { $0 }).map {
                    $0.intValue.map(String.init) ?? $0.stringValue
                })
                .joined(separator: ".")
        }
        self =
            switch error {
            case .keyNotFound(let key, let context):
                Self.unreadable("missing", at: place(context.codingPath, key), "Field required")
            case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
                Self.unreadable(
                    "type_error", at: place(context.codingPath), "Input should be a valid \(type)")
            case .dataCorrupted(let context) where !context.codingPath.isEmpty:
                Self.unreadable(
                    "value_error", at: place(context.codingPath), context.debugDescription)
            case .dataCorrupted: Self.invalidJSON("the body is no JSON")
            @unknown default: Self.invalidJSON("the body is no JSON")
            }
    }

    private init(status: HTTPResponse.Status, type: String, message: String, param: String?) {
        self.status = status
        self.type = type
        self.message = message
        self.param = param
    }
}
