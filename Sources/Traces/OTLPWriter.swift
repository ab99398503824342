/// Spans as JSON text. Written by hand, since a busy service has thousands of them a second.
struct OTLPWriter {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func list<Items: Collection>(
        _ begin: StaticString, _ items: Items, _ end: StaticString,
        _ write: (inout OTLPWriter, Items.Element) -> Void
    ) {
        add(begin)
        for (place, item) in items.enumerated() {
            if place > 0 { add(",") }
            write(&self, item)
        }
        add(end)
    }

    mutating func add(_ span: Span) {
        add("{\"traceId\":")
        add(quoted: span.context.traceIDText)
        add(",\"spanId\":")
        add(quoted: span.context.spanIDText)
        if span.parent != 0 {
            add(",\"parentSpanId\":")
            add(quoted: TraceContext.text(ofSpan: span.parent))
        }
        add(",\"flags\":")
        add(Int(span.context.flags))
        add(",\"name\":")
        add(quoted: span.name)
        add(",\"kind\":")
        add(span.kind.rawValue)
        add(",\"startTimeUnixNano\":")
        add(quoted: String(span.start))
        add(",\"endTimeUnixNano\":")
        add(quoted: String(span.end))
        let values = span.values.sorted { $0.key < $1.key }
        list(",\"attributes\":[", values, "]") { json, value in
            json.add("{\"key\":")
            json.add(quoted: value.key)
            json.add(",\"value\":{\"intValue\":")
            json.add(quoted: String(value.value))
            json.add("}}")
        }
        list(",\"events\":[", span.events, "]") { json, event in
            json.add("{\"timeUnixNano\":")
            json.add(quoted: String(event.time))
            json.add(",\"name\":")
            json.add(quoted: event.name)
            json.add("}")
        }
        if let error = span.error {
            // 2: an error.
            add(",\"status\":{\"code\":2,\"message\":")
            add(quoted: error)
            add("}")
        }
        add("}")
    }

    private mutating func add(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    mutating func add(quoted text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: "\\u00\(byte < 16 ? "0" : "")\(digits)".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
