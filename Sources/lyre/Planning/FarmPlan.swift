/// How many instances of each service carry a number of streams.
package struct FarmPlan: Codable, Sendable {
    package struct Need: Codable, Sendable, Equatable {
        package var service: String
        package var instances: Int
        /// Processors that all of them keep busy.
        package var cores: Double
        /// Streams that one instance holds.
        package var streamsPerInstance: Int
        /// What an instance runs out of first.
        package var limit: Limit
    }

    package enum Limit: String, Codable, Sendable {
        case cores, capacity, engine
    }

    package var streams: Int
    package var needs: [Need]

    /// - Parameters:
    ///   - load: The share of its processors that an instance is to be kept at, below 1.
    ///   - engineStreams: What one vLLM holds, as `lyre tune` measures it.
    package init(_ costs: FarmCosts, streams: Int, load: Double, engineStreams: Int) {
        self.streams = streams
        needs = costs.services.map { service in
            let byCores = service.coresPerInstance * load / max(service.coresPerStream, 1e-9)
            let held = max(1, min(Int(min(byCores, 1e9)), service.capacity))
            return Need(
                service: service.name, instances: Self.instances(streams, held),
                cores: service.coresPerStream * Double(streams), streamsPerInstance: held,
                limit: byCores < Double(service.capacity) ? .cores : .capacity)
        }
        needs.append(
            Need(
                service: "vLLM", instances: Self.instances(streams, engineStreams), cores: 0,
                streamsPerInstance: engineStreams, limit: .engine))
    }

    private static func instances(_ streams: Int, _ held: Int) -> Int {
        max(1, (streams + held - 1) / held)
    }

    /// Of one instance each, the one that has no room first.
    package var first: Need { needs.min { $0.streamsPerInstance < $1.streamsPerInstance }! }
}
