import CLyreProto

/// Memory for one C message and all that hangs on it, taken within a budget, freed at once.
struct Arena: ~Copyable {
    private let raw: OpaquePointer

    init(budget: Int) {
        guard let raw = lyre_arena_create(budget) else { fatalError("out of memory") }
        self.raw = raw
    }

    deinit { lyre_arena_destroy(raw) }

    var allocator: UnsafeMutablePointer<ProtobufCAllocator> { lyre_arena_allocator(raw) }

    /// Room for a number of values. What is written here comes from this program, so the budget of
    /// an encoder has no bound to reach.
    func take<T>(_ count: Int, of type: T.Type) -> UnsafeMutablePointer<T> {
        guard let room = lyre_arena_take(raw, count * MemoryLayout<T>.stride) else {
            fatalError("out of memory")
        }
        return room.bindMemory(to: T.self, capacity: count)
    }

    func string(_ text: String) -> UnsafeMutablePointer<CChar> {
        // C strings end at the first zero byte, and the rest of the text must not vanish.
        var text = text.utf8.contains(0) ? text.replacing("\0", with: "\u{fffd}") : text
        return text.withUTF8 { bytes in
            let copy = take(bytes.count + 1, of: CChar.self)
            for (place, byte) in bytes.enumerated() { copy[place] = CChar(bitPattern: byte) }
            return copy
        }
    }

    func bytes(_ bytes: [UInt8]) -> ProtobufCBinaryData {
        let copy = take(bytes.count, of: UInt8.self)
        bytes.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { copy.update(from: base, count: source.count) }
        }
        return ProtobufCBinaryData(len: bytes.count, data: copy)
    }

    func array<T>(_ values: [T]) -> UnsafeMutablePointer<T> {
        let copy = take(values.count, of: T.self)
        values.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { copy.initialize(from: base, count: source.count) }
        }
        return copy
    }

    /// A C message made by what writes a value into it.
    func message<M: ProtobufMessage>(_ value: M) -> UnsafeMutablePointer<M.C> {
        let c = take(1, of: M.C.self)
        M.initialize(c)
        value.write(to: &c.pointee, in: self)
        return c
    }

    func messages<M: ProtobufMessage>(_ values: [M]) -> UnsafeMutablePointer<UnsafeMutablePointer<M.C>?> {
        let pointers = take(values.count, of: UnsafeMutablePointer<M.C>?.self)
        for (place, value) in values.enumerated() { pointers[place] = message(value) }
        return pointers
    }
}
