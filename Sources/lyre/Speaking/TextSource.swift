import Foundation

/// The text to be spoken: words of the command line, or standard input as it comes.
enum TextSource {
    /// - Throws: In the stream, ``FarmError`` when the bytes are no UTF-8.
    static func parts(_ words: [String]) -> AsyncThrowingStream<String, any Error> {
        let (stream, inlet) = AsyncThrowingStream<String, any Error>.makeStream()
        if !words.isEmpty {
            // Long text goes in parts that fit into messages.
            var rest = words.joined(separator: " ")[...]
            while !rest.isEmpty {
                inlet.yield(String(rest.prefix(16_384)))
                rest = rest.dropFirst(16_384)
            }
            inlet.finish()
            return stream
        }
        Thread.detachNewThread {
            var pending: [UInt8] = []
            var offset = 0
            var chunk = [UInt8](repeating: 0, count: 16_384)
            // FileHandle would wait until the chunk is full, and nobody would speak meanwhile.
            while case let count = read(STDIN_FILENO, &chunk, chunk.count), count > 0 {
                pending += chunk[..<count]
                let whole = wholeCharacters(pending)
                guard let text = String(validating: pending[..<whole], as: UTF8.self) else {
                    inlet.finish(throwing: FarmError("the text is not valid UTF-8 near byte \(offset)"))
                    return
                }
                inlet.yield(text)
                offset += whole
                pending.removeFirst(whole)
            }
            if pending.isEmpty {
                inlet.finish()
            } else {
                inlet.finish(throwing: FarmError("the text ends within a character at byte \(offset)"))
            }
        }
        return stream
    }

    /// How many bytes end with a whole character: a read may cut one in two.
    private static func wholeCharacters(_ bytes: [UInt8]) -> Int {
        for back in 1...4 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            if byte & 0b1100_0000 == 0b1000_0000 { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return length > back ? bytes.count - back : bytes.count
        }
        return bytes.count
    }
}
