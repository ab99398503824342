/// What one server-sent event of `/v1/completions` says.
package enum CompletionsEvent: Equatable {
    case chunk(CompletionsChunk)
    case error(ServerMessage)
    /// `[DONE]`. It ends the stream, and says nothing about how.
    case done

    /// - Throws: ``JSONReader/Fault`` when the data is no JSON object.
    package init(data: ArraySlice<UInt8>) throws(JSONReader.Fault) {
        var places = EventPlaces()
        try self.init(data: data, places: &places)
    }

    /// - Parameter places: Set to where the text and the ids stand in the data.
    init(data: ArraySlice<UInt8>, places: inout EventPlaces) throws(JSONReader.Fault) {
        if data.elementsEqual("[DONE]".utf8) {
            self = .done
            return
        }
        var chunk = CompletionsChunk()
        var error: ServerMessage?
        var reader = JSONReader(data)
        try reader.readObject { (reader, name) throws(JSONReader.Fault) in
            switch name {
            case "choices" where !reader.takeNull():
                try reader.readArray { (reader) throws(JSONReader.Fault) in
                    try chunk.readChoice(&reader, &places)
                }
            case "usage" where !reader.takeNull(): try chunk.readUsage(&reader)
            case "error" where !reader.takeNull(): error = try ServerMessage(&reader)
            case "choices", "usage", "error": break
            default: try reader.skipValue()
            }
        }
        try reader.finish()
        self = error.map(Self.error) ?? .chunk(chunk)
    }
}

/// Where an event says what is new.
struct EventPlaces {
    /// Of all choices together.
    var choices = 0
    /// The last choice's text, its quotes included; nil where there is none.
    var text: Range<Int>?
    /// The last choice's ids, the brackets included; nil where there are none.
    var ids: Range<Int>?
}

/// The part of an event that carries tokens.
package struct CompletionsChunk: Equatable {
    /// New tokens; nil when the server sends text only.
    package var tokenIDs: [Int]?
    /// New text, when there are no ids.
    package var text = ""
    /// `stop`, `length`, `abort`, ...; nil while more is to come.
    package var finishReason: String?
    /// Tokens generated so far by the server's own count.
    package var completionTokens: Int?

    package init() {}

    fileprivate mutating func readChoice(
        _ reader: inout JSONReader, _ places: inout EventPlaces
    ) throws(JSONReader.Fault) {
        var ids: [Int]?
        var reason: String?
        places = EventPlaces(choices: places.choices + 1)
        try reader.readObject { (reader, name) throws(JSONReader.Fault) in
            switch name {
            case "text": places.text = try reader.skipValue()
            case "token_ids" where !reader.takeNull():
                var list: [Int] = []
                let start = reader.offset
                try reader.readArray { (reader) throws(JSONReader.Fault) in
                    list.append(try reader.readInt())
                }
                places.ids = start..<reader.offset
                ids = list
            case "finish_reason" where !reader.takeNull(): reason = try reader.readString()
            case "token_ids", "finish_reason": break
            default: try reader.skipValue()
            }
        }
        if let ids {
            tokenIDs = (tokenIDs ?? []) + ids
        } else if let place = places.text {
            var reader = reader.reader(at: place)
            if !reader.takeNull() { text += try reader.readString() }
        }
        if let reason { finishReason = reason }
    }

    fileprivate mutating func readUsage(_ reader: inout JSONReader) throws(JSONReader.Fault) {
        var count: Int?
        try reader.readObject { (reader, name) throws(JSONReader.Fault) in
            if name == "completion_tokens", !reader.takeNull() {
                count = try reader.readInt()
            } else if name != "completion_tokens" {
                try reader.skipValue()
            }
        }
        completionTokens = count
    }
}
