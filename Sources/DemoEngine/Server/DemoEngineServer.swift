import DemoVoice
import Hummingbird
import Logging
import Observability
import SNAC
import ServiceLifecycle

/// An OpenAI-compatible completions server that stands in for vLLM where there is no GPU.
///
/// It reads the text out of an Orpheus prompt, speaks it with flite, encodes the sound with the
/// demo codec and streams the tokens as vLLM does. It is no language model, and nothing it says is
/// Orpheus' voice.
public struct DemoEngineServer: Service {
    private let service: HTTPService
    private let logger: Logger

    /// Loads the codec.
    ///
    /// - Throws: `CheckpointError` when the weights cannot be read, ``DemoVoiceMissing`` when there
    ///   are none.
    public init(_ configuration: DemoEngineConfiguration, logger: Logger) throws {
        let folder = try configuration.modelFolder ?? DemoVoice.folder()
        let model = try SNACModel(folder: folder)
        self.init(configuration, encoder: SNACCodeEncoder(model: model), logger: logger)
    }

    package init(
        _ configuration: DemoEngineConfiguration, encoder: any CodeEncoder, logger: Logger
    ) {
        self.logger = logger
        let admission = Admission(
            maxRunning: configuration.maxSequences, maxWaiting: configuration.maxQueued)
        let metrics = EngineMetrics(model: configuration.servedModelName, admission: admission)
        let completions = CompletionsRoute(
            configuration: configuration, speaker: Speaker(encoder: encoder), admission: admission,
            metrics: metrics, logger: logger)
        let router = Router()
        router.get("/health") { _, _ in HTTPResponse.Status.ok }
        router.get("/metrics") { _, _ in
            Response(
                status: .ok, headers: [.contentType: PrometheusRegistry.contentType],
                body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.registry.render())))
        }
        router.get("/version") { _, _ in Response.json(#"{"version":"lyre-demo-engine"}"#) }
        router.get("/v1/models") { request, _ in
            completions.refused(request) ?? Response.json(Self.models(configuration))
        }
        router.post("/v1/completions") { request, _ in await completions.respond(to: request) }
        service = HTTPService(
            "demo engine", host: configuration.host, port: configuration.port, router: router,
            logger: logger)
    }

    /// The port it listens on, as soon as it does.
    ///
    /// - Throws: `ListenError` when it could not listen.
    public var port: Int { get async throws { try await service.port } }

    public func run() async throws {
        logger.notice("demo engine: flite through the demo codec, not Orpheus")
        try await service.run()
    }

    private static func models(_ configuration: DemoEngineConfiguration) -> String {
        var json = JSONText()
        json.object {
            $0.field("object", "list")
            $0.array("data") {
                $0.object {
                    $0.field("id", configuration.servedModelName)
                    $0.field("object", "model")
                    $0.field("owned_by", "lyre-demo-engine")
                    $0.field("root", configuration.servedModelName)
                    $0.null("parent")
                    $0.field("max_model_len", configuration.maxModelLength)
                }
            }
        }
        return json.text
    }
}

extension Response {
    static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
