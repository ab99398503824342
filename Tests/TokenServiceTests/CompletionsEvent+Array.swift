import TokenService

extension CompletionsEvent {
    init(data: [UInt8]) throws(JSONReader.Fault) { try self.init(data: data[...]) }
}
