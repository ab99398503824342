import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Orpheus

/// `POST /v1/completions`.
struct CompletionsRoute: Sendable {
    static let maxBodyBytes = 1 << 20

    let configuration: DemoEngineConfiguration
    let speaker: Speaker
    let admission: Admission
    let metrics: EngineMetrics
    let logger: Logger

    func respond(to request: Request) async -> Response {
        if let refused = refused(request) { return refused }
        do {
            return try await accept(request)
        } catch let problem as CompletionProblem {
            logger.debug("refused", metadata: ["why": "\(problem.message)"])
            return .json(problem.body, status: problem.status)
        } catch {
            // The client left while its request was read: nobody is there to be answered.
            return Response(status: .badRequest)
        }
    }

    /// The answer to a request without the right key, as vLLM has it: the error is a string there.
    func refused(_ request: Request) -> Response? {
        guard let key = configuration.apiKey, request.headers[.authorization] != "Bearer \(key)"
        else {
            return nil
        }
        return .json(#"{"error":"Unauthorized"}"#, status: .unauthorized)
    }

    private func accept(_ request: Request) async throws -> Response {
        var request = request
        let body: ByteBuffer
        do {
            body = try await request.collectBody(upTo: Self.maxBodyBytes)
        } catch is NIOTooManyBytesError {
            throw CompletionProblem.tooLarge(Self.maxBodyBytes)
        } catch let error as HTTPError where error.status == .contentTooLarge {
            throw CompletionProblem.tooLarge(Self.maxBodyBytes)
        }
        let asked = try CompletionRequest.parse(Data(buffer: body))
        try asked.validate(
            servedModel: configuration.servedModelName, maxModelLength: configuration.maxModelLength
        )
        let job = try CompletionJob(asked, maxModelLength: configuration.maxModelLength)
        guard let ticket = admission.enter() else { throw CompletionProblem.busy }
        let requestID = request.headers[.xRequestID] ?? asked.request_id ?? Self.randomID()
        let run = CompletionRun(
            job: job,
            response: CompletionResponse(
                id: "cmpl-\(requestID)", created: Int(Date().timeIntervalSince1970),
                model: configuration.servedModelName, promptTokens: job.promptTokens, request: asked
            ),
            ticket: ticket, speaker: speaker, metrics: metrics, rate: configuration.rate,
            logger: logger)
        // The connection ends with the answer: watching it for a client that leaves uses it up.
        var headers: HTTPFields = [
            .contentType: asked.wantsStream
                ? "text/event-stream; charset=utf-8" : "application/json",
            .connection: "close",
        ]
        if request.headers[.xRequestID] != nil { headers[.xRequestID] = requestID }
        let connection = request.body
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                try await connection.consumeWithCancellationOnInboundClose { _ in
                    try await run.write(to: &writer)
                }
                try await writer.finish(nil)
            })
    }

    private static func randomID() -> String {
        String(UInt64.random(in: (1 << 60) ... .max), radix: 16)
    }
}

extension HTTPField.Name {
    fileprivate static let xRequestID = Self("X-Request-Id")!
}
