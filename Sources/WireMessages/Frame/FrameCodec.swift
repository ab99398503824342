import CLyreProto
import LyreRPC

/// The header frame: `lyre.rpc.v1.Frame`.
public enum FrameCodec {
    /// The header; the payload travels behind it as it is.
    public static func header(of frame: WireFrame) -> [UInt8] { FrameHeader(frame).encoded() }

    /// A frame from its two parts.
    /// - Throws: INVALID_ARGUMENT, when the header is none or too long, or the payload is too long.
    public static func frame(header: [UInt8], payload: [UInt8]) throws(RPCError) -> WireFrame {
        guard header.count <= WireRules.maximumHeader else {
            throw RPCError(.invalidArgument, "a header of \(header.count) bytes exceeds 4 KiB")
        }
        guard payload.count <= WireRules.maximumPayload else {
            throw RPCError(.invalidArgument, "a payload of \(payload.count) bytes exceeds 1 MiB")
        }
        var (frame, hasMessage) = try FrameHeader.decode(header).parts
        if hasMessage { frame.payload = payload }
        return frame
    }
}

/// A frame without its payload, as protobuf-c packs it.
private struct FrameHeader: ProtobufMessage {
    typealias C = Lyre__Rpc__V1__Frame
    static var schemaName: String { "lyre.rpc.v1.Frame" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__rpc__v1__frame__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__rpc__v1__frame__unpack }

    let parts: (frame: WireFrame, hasMessage: Bool)

    init(_ frame: WireFrame) { parts = (frame, frame.payload != nil) }

    init(reading c: C) throws(RPCError) {
        let body = try Self.body(c)
        let hasMessage =
            switch body {
            case .open, .data, .status: !(c.no_message != 0)
            default: false
            }
        let frame = WireFrame(session: c.session, stream: c.stream, sequence: c.sequence, body)
        parts = (frame, hasMessage)
    }

    private static func body(_ c: C) throws(RPCError) -> WireFrame.Body {
        let filled = c.body_case
        func expect(
            _ wanted: Lyre__Rpc__V1__Frame__BodyCase
        ) throws(RPCError) {
            guard filled == wanted else {
                throw RPCError(.invalidArgument, "the header's body does not belong to its kind")
            }
        }
        switch c.kind {
        case LYRE__RPC__V1__KIND__KIND_HELLO:
            try expect(LYRE__RPC__V1__FRAME__BODY_HELLO)
            return .hello(try hello(c.hello.pointee))
        case LYRE__RPC__V1__KIND__KIND_WELCOME:
            try expect(LYRE__RPC__V1__FRAME__BODY_WELCOME)
            let w = c.welcome.pointee
            return .welcome(
                Welcome(
                    version: w.version, instance: try String(checking: w.instance, "instance"),
                    schema: w.schema,
                    windows: Windows(stream: w.stream_window, connection: w.connection_window)))
        case LYRE__RPC__V1__KIND__KIND_OPEN:
            try expect(LYRE__RPC__V1__FRAME__BODY_OPEN)
            let open = c.open.pointee
            return .open(
                Open(
                    method: try String(checking: open.method, "method"),
                    timeoutMilliseconds: open.timeout_ms,
                    traceparent: try String(checking: open.traceparent, "traceparent"),
                    end: c.end != 0))
        case LYRE__RPC__V1__KIND__KIND_DATA: return .data(end: c.end != 0)
        case LYRE__RPC__V1__KIND__KIND_STATUS:
            // A status of zeros only, OK, may be left out.
            if filled == LYRE__RPC__V1__FRAME__BODY__NOT_SET { return .status(.ok) }
            try expect(LYRE__RPC__V1__FRAME__BODY_STATUS)
            return .status(try status(c.status.pointee))
        case LYRE__RPC__V1__KIND__KIND_CANCEL: return .cancel
        case LYRE__RPC__V1__KIND__KIND_CREDIT:
            try expect(LYRE__RPC__V1__FRAME__BODY_CREDIT)
            return .credit(bytes: c.credit.pointee.bytes)
        case LYRE__RPC__V1__KIND__KIND_PING: return .ping(nonce: nonce(c))
        case LYRE__RPC__V1__KIND__KIND_PONG: return .pong(nonce: nonce(c))
        case LYRE__RPC__V1__KIND__KIND_GOAWAY:
            try expect(LYRE__RPC__V1__FRAME__BODY_GOAWAY)
            let goaway = c.goaway.pointee
            return .goAway(
                lastStream: goaway.last_stream, reason: try String(checking: goaway.reason, "reason"))
        case LYRE__RPC__V1__KIND__KIND_LOAD:
            try expect(LYRE__RPC__V1__FRAME__BODY_LOAD)
            let load = c.load.pointee
            return .load(
                Load(
                    active: load.active, capacity: load.capacity, queued: load.queued,
                    draining: load.draining != 0,
                    worstLeadMilliseconds: load.lead_case == LYRE__RPC__V1__LOAD__LEAD_WORST_LEAD_MS
                        ? load.worst_lead_ms : nil))
        case LYRE__RPC__V1__KIND__KIND_RESET:
            if filled == LYRE__RPC__V1__FRAME__BODY__NOT_SET { return .reset(reason: "") }
            try expect(LYRE__RPC__V1__FRAME__BODY_RESET)
            return .reset(reason: try String(checking: c.reset.pointee.reason, "reason"))
        default:
            throw RPCError(.invalidArgument, "there is no frame of kind \(c.kind.rawValue)")
        }
    }

    private static func nonce(_ c: C) -> UInt64 {
        c.body_case == LYRE__RPC__V1__FRAME__BODY_NONCE ? c.nonce : 0
    }

    private static func hello(_ h: Lyre__Rpc__V1__Hello) throws(RPCError) -> Hello {
        guard h.lowest_version <= h.highest_version else {
            throw RPCError(.invalidArgument, "HELLO's lowest version is above its highest")
        }
        let standard = Windows.standard
        return Hello(
            versions: h.lowest_version...h.highest_version,
            service: try String(checking: h.service, "service"), schema: h.schema,
            client: try String(checking: h.client, "client"),
            // A client that says nothing gets the defaults; without any window nothing would come.
            windows: Windows(
                stream: h.stream_window == 0 ? standard.stream : h.stream_window,
                connection: h.connection_window == 0 ? standard.connection : h.connection_window))
    }

    private static func status(_ s: Lyre__Rpc__V1__Status) throws(RPCError) -> Status {
        Status(
            StatusCode(rawValue: s.code) ?? .unknown, try String(checking: s.message, "message"),
            reason: try String(checking: s.reason, "reason"), neverStarted: s.never_started != 0,
            retryAfterMilliseconds: s.retry_after_ms)
    }
}

extension FrameHeader {
    func write(to c: inout C, in arena: borrowing Arena) {
        let frame = parts.frame
        c.session = frame.session
        c.stream = frame.stream
        c.sequence = frame.sequence
        switch frame.body {
        case .hello(let hello): write(hello, to: &c, in: arena)
        case .welcome(let welcome): write(welcome, to: &c, in: arena)
        case .open(let open): write(open, to: &c, in: arena)
        case .data(let end):
            c.kind = LYRE__RPC__V1__KIND__KIND_DATA
            c.end = end ? 1 : 0
            c.no_message = parts.hasMessage ? 0 : 1
        case .status(let status): write(status, to: &c, in: arena)
        case .cancel: c.kind = LYRE__RPC__V1__KIND__KIND_CANCEL
        case .credit(let bytes):
            c.kind = LYRE__RPC__V1__KIND__KIND_CREDIT
            c.body_case = LYRE__RPC__V1__FRAME__BODY_CREDIT
            c.credit = arena.take(1, of: Lyre__Rpc__V1__Credit.self)
            lyre__rpc__v1__credit__init(c.credit)
            c.credit.pointee.bytes = bytes
        case .ping(let nonce):
            c.kind = LYRE__RPC__V1__KIND__KIND_PING
            c.body_case = LYRE__RPC__V1__FRAME__BODY_NONCE
            c.nonce = nonce
        case .pong(let nonce):
            c.kind = LYRE__RPC__V1__KIND__KIND_PONG
            c.body_case = LYRE__RPC__V1__FRAME__BODY_NONCE
            c.nonce = nonce
        case .goAway(let lastStream, let reason):
            c.kind = LYRE__RPC__V1__KIND__KIND_GOAWAY
            c.body_case = LYRE__RPC__V1__FRAME__BODY_GOAWAY
            c.goaway = arena.take(1, of: Lyre__Rpc__V1__GoAway.self)
            lyre__rpc__v1__go_away__init(c.goaway)
            c.goaway.pointee.last_stream = lastStream
            c.goaway.pointee.reason = arena.string(reason.truncated(toBytes: 2000))
        case .load(let load): write(load, to: &c, in: arena)
        case .reset(let reason):
            c.kind = LYRE__RPC__V1__KIND__KIND_RESET
            c.body_case = LYRE__RPC__V1__FRAME__BODY_RESET
            c.reset = arena.take(1, of: Lyre__Rpc__V1__Reset.self)
            lyre__rpc__v1__reset__init(c.reset)
            c.reset.pointee.reason = arena.string(reason.truncated(toBytes: 2000))
        }
    }

    private func write(_ hello: Hello, to c: inout C, in arena: borrowing Arena) {
        c.kind = LYRE__RPC__V1__KIND__KIND_HELLO
        c.body_case = LYRE__RPC__V1__FRAME__BODY_HELLO
        let body = arena.take(1, of: Lyre__Rpc__V1__Hello.self)
        lyre__rpc__v1__hello__init(body)
        body.pointee.lowest_version = hello.versions.lowerBound
        body.pointee.highest_version = hello.versions.upperBound
        body.pointee.service = arena.string(hello.service)
        body.pointee.schema = hello.schema
        body.pointee.client = arena.string(hello.client)
        body.pointee.stream_window = hello.windows.stream
        body.pointee.connection_window = hello.windows.connection
        c.hello = body
    }

    private func write(_ welcome: Welcome, to c: inout C, in arena: borrowing Arena) {
        c.kind = LYRE__RPC__V1__KIND__KIND_WELCOME
        c.body_case = LYRE__RPC__V1__FRAME__BODY_WELCOME
        let body = arena.take(1, of: Lyre__Rpc__V1__Welcome.self)
        lyre__rpc__v1__welcome__init(body)
        body.pointee.version = welcome.version
        body.pointee.instance = arena.string(welcome.instance)
        body.pointee.schema = welcome.schema
        body.pointee.stream_window = welcome.windows.stream
        body.pointee.connection_window = welcome.windows.connection
        c.welcome = body
    }

    private func write(_ open: Open, to c: inout C, in arena: borrowing Arena) {
        c.kind = LYRE__RPC__V1__KIND__KIND_OPEN
        c.body_case = LYRE__RPC__V1__FRAME__BODY_OPEN
        c.end = open.end ? 1 : 0
        c.no_message = parts.hasMessage ? 0 : 1
        let body = arena.take(1, of: Lyre__Rpc__V1__Open.self)
        lyre__rpc__v1__open__init(body)
        body.pointee.method = arena.string(open.method)
        body.pointee.timeout_ms = open.timeoutMilliseconds
        if !open.traceparent.isEmpty { body.pointee.traceparent = arena.string(open.traceparent) }
        c.open = body
    }

    private func write(_ status: Status, to c: inout C, in arena: borrowing Arena) {
        c.kind = LYRE__RPC__V1__KIND__KIND_STATUS
        c.no_message = parts.hasMessage ? 0 : 1
        guard status != .ok else { return }
        c.body_case = LYRE__RPC__V1__FRAME__BODY_STATUS
        let body = arena.take(1, of: Lyre__Rpc__V1__Status.self)
        lyre__rpc__v1__status__init(body)
        body.pointee.code = status.code.rawValue
        // The header has 4 KiB for everything.
        body.pointee.message = arena.string(status.message.truncated(toBytes: 2000))
        body.pointee.reason = arena.string(status.reason.truncated(toBytes: 64))
        body.pointee.never_started = status.neverStarted ? 1 : 0
        body.pointee.retry_after_ms = status.retryAfterMilliseconds
        c.status = body
    }

    private func write(_ load: Load, to c: inout C, in arena: borrowing Arena) {
        c.kind = LYRE__RPC__V1__KIND__KIND_LOAD
        c.body_case = LYRE__RPC__V1__FRAME__BODY_LOAD
        let body = arena.take(1, of: Lyre__Rpc__V1__Load.self)
        lyre__rpc__v1__load__init(body)
        body.pointee.active = load.active
        body.pointee.capacity = load.capacity
        body.pointee.queued = load.queued
        body.pointee.draining = load.draining ? 1 : 0
        if let lead = load.worstLeadMilliseconds {
            body.pointee.lead_case = LYRE__RPC__V1__LOAD__LEAD_WORST_LEAD_MS
            body.pointee.worst_lead_ms = lead
        }
        c.load = body
    }
}
