/// Runs the pickle of a `torch.save`d state dictionary, by the opcodes that one has at protocol 2.
///
/// A pickle is a program that may call any function. This machine has three, and they build
/// tensors: every other name is refused, and so is every other opcode. Dictionaries hold tensors
/// only and are not shared, tuples nest twice: so nothing can be deep or hold itself. Format:
/// https://github.com/python/cpython/blob/main/Lib/pickletools.py
struct PickleReader {
    /// Bytes; SNAC's pickle has 40 KB.
    static let sizeLimit = 4 << 20
    private static let opcodeLimit = 500_000
    private static let stackLimit = 20_000
    private static let memoLimit = 100_000
    private static let tensorLimit = 10_000
    private static let textLimit = 1024
    private static let tupleLimit = 32

    private var cursor: ByteCursor
    private var stack: [PickleValue] = []
    /// Heights of the stack.
    private var marks: [Int] = []
    private var memo: [UInt32: PickleValue] = [:]

    /// The tensors of a pickle that builds a dictionary of them.
    /// - Throws: ``CheckpointError``, whose sentence continues the name of the file.
    static func tensors(_ pickle: [UInt8]) throws(CheckpointError) -> [String: PickledTensor] {
        var reader = PickleReader(cursor: ByteCursor(pickle, in: "pickle"))
        guard case .dictionary(let result) = try reader.run() else {
            throw CheckpointError("holds no dictionary of tensors")
        }
        if let other = result.other {
            throw CheckpointError(
                "holds \(other.quoted), which is no tensor: save the model's state_dict alone")
        }
        return result.tensors
    }

    private init(cursor: ByteCursor) {
        self.cursor = cursor
    }

    private mutating func run() throws(CheckpointError) -> PickleValue {
        guard try cursor.byte() == PickleOpcode.protocolVersion.rawValue else {
            throw CheckpointError("is damaged: its pickle does not start as one")
        }
        let version = try cursor.byte()
        guard version == 2 else {
            throw CheckpointError(
                "is pickled by protocol \(version); torch.save writes protocol 2, which is read")
        }
        for _ in 0..<Self.opcodeLimit {
            let byte = try cursor.byte()
            guard let opcode = PickleOpcode(rawValue: byte) else {
                throw CheckpointError(
                    "has the pickle opcode \(byte), which builds no tensors: refused")
            }
            if opcode == .stop {
                guard cursor.isAtEnd, marks.isEmpty, stack.count == 1 else { throw Self.damaged }
                return try pop()
            }
            try perform(opcode)
        }
        throw CheckpointError("has a pickle of more opcodes than a model needs: refused")
    }

    private mutating func perform(_ opcode: PickleOpcode) throws(CheckpointError) {
        switch opcode {
        case .protocolVersion, .stop: throw Self.damaged
        case .mark:
            guard marks.count < Self.tupleLimit else { throw Self.damaged }
            marks.append(stack.count)
        case .true: try push(.bool(true))
        case .false: try push(.bool(false))
        case .int1: try push(.integer(Int(try cursor.byte())))
        case .int2: try push(.integer(Int(try cursor.integer(UInt16.self))))
        case .int4: try push(.integer(Int(Int32(bitPattern: try cursor.integer(UInt32.self)))))
        case .long1: try push(.integer(try long()))
        case .text: try push(.text(try text()))
        case .global, .instance: try global(isCall: opcode == .instance)
        case .emptyTuple: try push(.tuple([]))
        case .tuple1: try tuple(try pop(1))
        case .tuple2: try tuple(try pop(2))
        case .tuple3: try tuple(try pop(3))
        case .tuple: try tuple(try popToMark(most: Self.tupleLimit))
        case .emptyDictionary: try push(.dictionary(PickledDictionary()))
        case .setItem: try set(try pop(2))
        case .setItems: try set(try popToMark(most: Self.stackLimit))
        case .put1: try remember(UInt32(try cursor.byte()))
        case .put4: try remember(try cursor.integer(UInt32.self))
        case .get1: try recall(UInt32(try cursor.byte()))
        case .get4: try recall(try cursor.integer(UInt32.self))
        case .persistentID: try push(.storage(try PickledStorage(try pop())))
        case .reduce:
            let arguments = try pop()
            guard case .function(let function) = try pop(), case .tuple(let values) = arguments
            else { throw CheckpointError("calls what is no function: refused") }
            try push(try function(values))
        case .build:
            // A module's state dictionary comes with versions as an attribute; nothing needs them.
            guard case .dictionary = try pop(), case .dictionary = stack.last else {
                throw CheckpointError("gives attributes to what has none: refused")
            }
        }
    }
}

// MARK: - Stack and memo

extension PickleReader {
    private mutating func push(_ value: PickleValue) throws(CheckpointError) {
        guard stack.count < Self.stackLimit else {
            throw CheckpointError("has a pickle of more values than a model needs: refused")
        }
        stack.append(value)
    }

    /// What was pushed since the last mark is another's.
    private mutating func pop() throws(CheckpointError) -> PickleValue {
        guard stack.count > marks.last ?? 0 else { throw Self.damaged }
        return stack.removeLast()
    }

    private mutating func pop(_ count: Int) throws(CheckpointError) -> [PickleValue] {
        guard stack.count - (marks.last ?? 0) >= count else { throw Self.damaged }
        defer { stack.removeLast(count) }
        return Array(stack.suffix(count))
    }

    private mutating func popToMark(most: Int) throws(CheckpointError) -> [PickleValue] {
        guard let mark = marks.popLast(), stack.count - mark <= most else { throw Self.damaged }
        defer { stack.removeSubrange(mark...) }
        return Array(stack[mark...])
    }

    private mutating func tuple(_ values: [PickleValue]) throws(CheckpointError) {
        for case .tuple(let inner) in values {
            for case .tuple in inner {
                throw CheckpointError("has tuples nested deeper than a tensor needs: refused")
            }
        }
        try push(.tuple(values))
    }

    /// Sets names and values of the dictionary on the stack.
    private mutating func set(_ items: [PickleValue]) throws(CheckpointError) {
        // Taken off the stack, so that it changes in place.
        guard items.count.isMultiple(of: 2), case .dictionary(var dictionary) = try pop() else {
            throw Self.damaged
        }
        for index in stride(from: 0, to: items.count, by: 2) {
            guard case .text(let name) = items[index] else {
                throw CheckpointError("holds a dictionary with a key that is no text")
            }
            guard case .tensor(let tensor) = items[index + 1] else {
                dictionary.other = dictionary.other ?? name
                continue
            }
            guard dictionary.tensors.updateValue(tensor, forKey: name) == nil else {
                throw CheckpointError("names \(name.quoted) twice")
            }
            guard dictionary.tensors.count <= Self.tensorLimit else {
                throw CheckpointError("holds more than \(Self.tensorLimit) tensors: refused")
            }
        }
        try push(.dictionary(dictionary))
    }

    private mutating func remember(_ index: UInt32) throws(CheckpointError) {
        guard stack.count > marks.last ?? 0, let value = stack.last else { throw Self.damaged }
        // A dictionary is remembered while it is empty and filled later: what is recalled would be
        // another. No state dictionary recalls one.
        if case .dictionary = value { return }
        memo[index] = value
        guard memo.count <= Self.memoLimit else {
            throw CheckpointError("has a pickle that remembers more than a model needs: refused")
        }
    }

    private mutating func recall(_ index: UInt32) throws(CheckpointError) {
        guard let value = memo[index] else {
            throw CheckpointError("recalls a value that it never stored, or a dictionary: refused")
        }
        try push(value)
    }
}

// MARK: - Values

extension PickleReader {
    private mutating func text() throws(CheckpointError) -> String {
        let size = Int(try cursor.integer(UInt32.self))
        guard size <= Self.textLimit else {
            throw CheckpointError("has a name of \(size) bytes: refused")
        }
        guard let text = String(validating: try cursor.take(size), as: UTF8.self) else {
            throw CheckpointError("has a name that is no UTF-8")
        }
        return text
    }

    /// A count of values or a stride may need more than four bytes.
    private mutating func long() throws(CheckpointError) -> Int {
        let size = Int(try cursor.byte())
        guard size <= 8 else {
            throw CheckpointError("has an integer of \(size) bytes: refused")
        }
        let bytes = try cursor.take(size)
        let filler: UInt64 = bytes.last.map { $0 >= 0x80 } == true ? .max : 0
        return Int(truncatingIfNeeded: bytes.reversed().reduce(filler) { $0 << 8 | UInt64($1) })
    }

    /// The name of a function or a type.
    private mutating func global(isCall: Bool) throws(CheckpointError) {
        let module = try cursor.line(limit: Self.textLimit)
        let name = "\(module).\(try cursor.line(limit: Self.textLimit))"
        if !isCall, let function = PickleFunction(rawValue: name) {
            return try push(.function(function))
        }
        if !isCall, let type = TensorType(storage: name) {
            return try push(.storageType(type))
        }
        if module == "torch", name.hasSuffix("Storage") {
            throw CheckpointError(
                "holds a \(name.quoted); torch's Double, Float, Half and BFloat16 are read")
        }
        throw CheckpointError(
            "calls \(name.quoted): refused, a model file may build tensors and nothing else")
    }

    static let damaged = CheckpointError("is damaged: its pickle makes no sense")
}
