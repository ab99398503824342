import Logging
import StreamingHTTP

/// Looks after engines: asks each how it is, and examines it when it has come up.
public struct EngineKeeper: Sendable {
    /// Between two looks at an engine that is ready, and at one that is not.
    static let readyInterval: Duration = .seconds(2)
    static let unreadyInterval: Duration = .milliseconds(500)

    private let http: HTTPEngine
    private let isExamining: Bool
    let logger: Logger

    /// - Parameter isExamining: Whether a ``Canary`` proves an engine before it is trusted.
    public init(http: HTTPEngine, isExamining: Bool, logger: Logger) {
        self.http = http
        self.isExamining = isExamining
        self.logger = logger
    }

    /// Looks after one until its task is cancelled or the directory is gone.
    func keep(_ engine: Engine, _ directory: () -> EngineDirectory?) async {
        let probe = EngineProbe(http: http, endpoint: engine.endpoint)
        var last: EngineState.Health?
        while !Task.isCancelled {
            let health = await probe.health()
            let isReady = health == .ready
            if health != last { tell(engine, health) }
            if isReady, last != .ready {
                let limit = await probe.contextLimit()
                directory()?.change(engine) { $0.contextLimit = limit }
            }
            directory()?.change(engine) { $0.health = health }
            if isReady, last != .ready, isExamining { await examine(engine, directory) }
            if isReady {
                let load = await probe.load()
                directory()?.change(engine) { $0.read(load) }
            }
            last = health
            guard let clock = directory()?.clock else { return }
            let pause = isReady ? Self.readyInterval : Self.unreadyInterval
            guard (try? await clock.sleep(for: pause)) != nil else { return }
        }
    }

    private func examine(_ engine: Engine, _ directory: () -> EngineDirectory?) async {
        let findings = await Canary(http: http, engine: engine).examine()
        directory()?.change(engine) {
            $0.defect = findings.defect
            $0.hasSlotConstraint = findings.hasSlotConstraint
        }
        let metadata: Logger.Metadata = ["engine": "\(engine.endpoint)"]
        if let defect = findings.defect {
            logger.error("the engine is not used: \(defect)", metadata: metadata)
        }
        for warning in findings.warnings { logger.warning("\(warning)", metadata: metadata) }
        logger.info("examined: \(findings)", metadata: metadata)
    }

    private func tell(_ engine: Engine, _ health: EngineState.Health) {
        let metadata: Logger.Metadata = ["engine": "\(engine.endpoint)"]
        switch health {
        case .ready: logger.info("the engine is ready", metadata: metadata)
        case .unready(let why): logger.warning("the engine is not ready: \(why)", metadata: metadata)
        case .unknown: break
        }
    }
}
