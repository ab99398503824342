import Foundation

/// Spans in OpenTelemetry's protocol, in its JSON form.
///
/// Source: OTLP 1.x, `ExportTraceServiceRequest`; ids are hex digits, 64-bit numbers are strings.
public enum OTLP {
    /// Where collectors take spans, behind their address.
    public static let path = "/v1/traces"

    /// A request with these spans.
    public static func request(_ spans: [Span], instance: String) -> Data {
        let services = Dictionary(grouping: spans, by: \.service)
        let resources = services.keys.sorted().map { service in
            Request.ResourceSpans(
                resource: Request.Resource(attributes: [
                    .init(key: "service.name", value: .init(stringValue: service)),
                    .init(key: "service.instance.id", value: .init(stringValue: instance)),
                ]),
                scopeSpans: [
                    Request.ScopeSpans(
                        scope: .init(name: "lyre"), spans: services[service]!.map(Request.WireSpan.init))
                ])
        }
        // Strings and numbers can always be encoded.
        return try! JSONEncoder().encode(Request(resourceSpans: resources))
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

/// The messages of the protocol, as far as they are used here.
private struct Request: Codable {
    struct Value: Codable {
        var stringValue: String?
        var intValue: String?
    }
    struct Attribute: Codable {
        var key: String
        var value: Value
    }
    struct Resource: Codable { var attributes: [Attribute] }
    struct Scope: Codable { var name: String }
    struct Event: Codable {
        var timeUnixNano: String
        var name: String
    }
    struct Status: Codable {
        /// 0 unset, 2 an error.
        var code: Int?
        var message: String?
    }
    struct WireSpan: Codable {
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
    struct ScopeSpans: Codable {
        var scope: Scope
        var spans: [WireSpan]
    }
    struct ResourceSpans: Codable {
        var resource: Resource
        var scopeSpans: [ScopeSpans]
    }

    var resourceSpans: [ResourceSpans]
}

extension Request.WireSpan {
    init(_ span: Span) {
        traceId = span.context.traceIDText
        spanId = span.context.spanIDText
        parentSpanId = span.parent == 0 ? nil : TraceContext.text(ofSpan: span.parent)
        flags = Int(span.context.flags)
        name = span.name
        kind = span.kind.rawValue
        startTimeUnixNano = String(span.start)
        endTimeUnixNano = String(span.end)
        attributes = span.values.sorted { $0.key < $1.key }.map {
            .init(key: $0.key, value: .init(intValue: String($0.value)))
        }
        events = span.events.map { .init(timeUnixNano: String($0.time), name: $0.name) }
        status = span.error.map { .init(code: 2, message: $0) }
    }

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
