/// Which trace a call belongs to: the value of a W3C `traceparent`.
///
/// Source: W3C Trace Context, level 1. `00-<32 hex trace id>-<16 hex span id>-<2 hex flags>`, all
/// in lower case.
public struct TraceContext: Hashable, Sendable {
    /// The upper and lower half of the 128-bit trace id; never both zero.
    public let traceID: (high: UInt64, low: UInt64)
    /// Who calls; never zero.
    public let spanID: UInt64
    /// Bit 0: the caller records this trace.
    public let flags: UInt8

    public var isSampled: Bool { flags & 1 == 1 }

    /// The root of a new trace.
    public init(sampled: Bool = true) {
        self.init(
            traceID: (.random(in: 1 ... .max), .random(in: .min ... .max)),
            spanID: .random(in: 1 ... .max), flags: sampled ? 1 : 0)
    }

    private init(traceID: (UInt64, UInt64), spanID: UInt64, flags: UInt8) {
        self.traceID = traceID
        self.spanID = spanID
        self.flags = flags
    }

    /// The same trace, one hop on.
    public func child() -> TraceContext {
        TraceContext(traceID: traceID, spanID: .random(in: 1 ... .max), flags: flags)
    }

    /// Reads a header; nil when it breaks the rules, and a new trace should begin.
    ///
    /// A version above 00 may have more fields behind a further dash; ff is forbidden.
    public init?(traceparent: String) {
        var text = traceparent
        guard let context = text.withUTF8(Self.read) else { return nil }
        self = context
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> TraceContext? {
        guard bytes.count >= 55, bytes[2] == dash, bytes[35] == dash, bytes[52] == dash,
            let version = hex(bytes[0..<2]), version != 0xff,
            bytes.count == 55 || (version > 0 && bytes[55] == dash),
            let high = hex(bytes[3..<19]), let low = hex(bytes[19..<35]),
            let span = hex(bytes[36..<52]), let flags = hex(bytes[53..<55]),
            high | low != 0, span != 0
        else { return nil }
        return TraceContext(traceID: (high, low), spanID: span, flags: UInt8(flags))
    }

    /// The header to send, always of version 00.
    public var traceparent: String {
        hexText { digits in
            digits.add(0, 2)
            digits.add(dash)
            digits.add(traceID.high, 16)
            digits.add(traceID.low, 16)
            digits.add(dash)
            digits.add(spanID, 16)
            digits.add(dash)
            digits.add(UInt64(flags), 2)
        }
    }

    /// The trace id as logs and headers have it: 32 hex digits.
    public var traceIDText: String {
        hexText {
            $0.add(traceID.high, 16)
            $0.add(traceID.low, 16)
        }
    }

    /// The span id as headers have it: 16 hex digits.
    public var spanIDText: String { Self.text(ofSpan: spanID) }

    static func text(ofSpan span: UInt64) -> String { hexText { $0.add(span, 16) } }

    public static func == (left: TraceContext, right: TraceContext) -> Bool {
        left.traceID == right.traceID && left.spanID == right.spanID && left.flags == right.flags
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(traceID.high)
        hasher.combine(traceID.low)
        hasher.combine(spanID)
    }
}

private let dash = UInt8(ascii: "-")

/// Lower case digits only, as the standard has it; at most 16.
private func hex(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
    var value: UInt64 = 0
    for digit in digits {
        switch digit {
        case 48...57: value = value << 4 | UInt64(digit - 48)
        case 97...102: value = value << 4 | UInt64(digit - 87)
        default: return nil
        }
    }
    return value
}

/// Every call writes some: digits go straight into the string.
private func hexText(_ write: (inout HexDigits) -> Void) -> String {
    String(unsafeUninitializedCapacity: HexDigits.capacity) { bytes in
        var digits = HexDigits(bytes: bytes)
        write(&digits)
        return digits.count
    }
}

private struct HexDigits {
    /// Of a whole header, the longest text there is.
    static let capacity = 55

    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func add(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
    }

    mutating func add(_ value: UInt64, _ width: Int) {
        for place in (0..<width).reversed() {
            let digit = UInt8(truncatingIfNeeded: value >> (4 * UInt64(place)) & 0xf)
            add(digit < 10 ? digit + 48 : digit + 87)
        }
    }
}
