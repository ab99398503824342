import Foundation

/// Spans in OpenTelemetry's protocol, in its JSON form.
///
/// Source: OTLP 1.x, `ExportTraceServiceRequest`; ids are hex digits, 64-bit numbers are strings.
public enum OTLP {
    /// Where collectors take spans, behind their address.
    public static let path = "/v1/traces"

    /// A request with these spans.
    public static func request(_ spans: [Span], instance: String) -> [UInt8] {
        let services = Dictionary(grouping: spans, by: \.service)
        var json = OTLPWriter()
        json.list("{\"resourceSpans\":[", services.keys.sorted(), "]}") { json, service in
            json.add("{\"resource\":{\"attributes\":[")
            json.add("{\"key\":\"service.name\",\"value\":{\"stringValue\":")
            json.add(quoted: service)
            json.add("}},{\"key\":\"service.instance.id\",\"value\":{\"stringValue\":")
            json.add(quoted: instance)
            json.add("}}]},\"scopeSpans\":[{\"scope\":{\"name\":\"lyre\"},")
            json.list("\"spans\":[", services[service]!, "]}]}") { $0.add($1) }
        }
        return json.bytes
    }

    /// The spans of a request; those that are none are left out.
    /// - Throws: `DecodingError` where it is no request.
    public static func spans(of request: Data) throws -> [Span] {
        try JSONDecoder().decode(Request.self, from: request).resourceSpans.flatMap { resource in
            let name = resource.resource.attributes.first { $0.key == "service.name" }
            let service = name?.value.stringValue ?? "unknown"
            return resource.scopeSpans.flatMap { $0.spans.compactMap { $0.span(of: service) } }
        }
    }
}

/// The messages of the protocol, as far as they are read here.
private struct Request: Decodable {
    struct Value: Decodable {
        var stringValue: String?
        var intValue: String?
    }
    struct Attribute: Decodable {
        var key: String
        var value: Value
    }
    struct Resource: Decodable { var attributes: [Attribute] }
    struct Scope: Decodable { var name: String }
    struct Event: Decodable {
        var timeUnixNano: String
        var name: String
    }
    struct Status: Decodable {
        /// 0 unset, 2 an error.
        var code: Int?
        var message: String?
    }
    struct WireSpan: Decodable {
        var traceId: String
        var spanId: String
        var parentSpanId: String?
        var flags: Int?
        var name: String
        var kind: Int
        var startTimeUnixNano: String
        var endTimeUnixNano: String
        var attributes: [Attribute]?
        var events: [Event]?
        var status: Status?
    }
    struct ScopeSpans: Decodable {
        var scope: Scope
        var spans: [WireSpan]
    }
    struct ResourceSpans: Decodable {
        var resource: Resource
        var scopeSpans: [ScopeSpans]
    }

    var resourceSpans: [ResourceSpans]
}

extension Request.WireSpan {
    func span(of service: String) -> Span? {
        let header = "00-\(traceId)-\(spanId)-01"
        guard let context = TraceContext(traceparent: header),
            let start = UInt64(startTimeUnixNano), let end = UInt64(endTimeUnixNano)
        else { return nil }
        var span = Span(
            service: service, name: name, kind: Span.Kind(rawValue: kind) ?? .part,
            context: context, parent: parentSpanId.flatMap { UInt64($0, radix: 16) } ?? 0,
            start: start)
        span.end = max(start, end)
        for event in events ?? [] {
            if let time = UInt64(event.timeUnixNano) { span.note(event.name, at: time) }
        }
        for attribute in attributes ?? [] {
            if let value = attribute.value.intValue.flatMap({ Int($0) }) {
                span.note(attribute.key, value)
            }
        }
        if status?.code == 2 { span.error = status?.message ?? "failed" }
        return span
    }
}
