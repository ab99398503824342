import Foundation
import Orpheus

/// Frames as text: one a line, seven integers t0...t6.
enum FrameLines {
    static func text(_ codes: [some BinaryInteger]) -> String {
        stride(from: 0, to: codes.count, by: Slot.count).map { start in
            codes[start..<min(start + Slot.count, codes.count)].map { "\($0)" }
                .joined(separator: " ") + "\n"
        }.joined()
    }

    /// - Throws: ``FarmError`` that names the line.
    static func parse(_ text: String, file: String) throws -> [Frame] {
        var frames: [Frame] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace)
            if words.isEmpty { continue }
            let numbers = words.compactMap { Int($0) }
            guard numbers.count == words.count else {
                throw FarmError("\(file), line \(index + 1): '\(line.prefix(60))' are not seven integers")
            }
            do { frames.append(try Frame(numbers)) } catch {
                throw FarmError("\(file), line \(index + 1): \(error)")
            }
        }
        guard !frames.isEmpty else { throw FarmError("\(file) holds no frame") }
        return frames
    }

    static func read(_ file: String) throws -> [Frame] {
        let data: Data?
        if file == "-" {
            data = try FileHandle.standardInput.readToEnd()
        } else {
            guard let contents = FileManager.default.contents(atPath: file) else {
                throw FarmError("the file '\(file)' cannot be read")
            }
            data = contents
        }
        guard let text = String(validating: data ?? Data(), as: UTF8.self) else {
            throw FarmError("\(file) is no text")
        }
        return try parse(text, file: file)
    }
}
