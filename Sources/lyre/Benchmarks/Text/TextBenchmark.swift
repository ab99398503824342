import Foundation
import Orpheus
import SpeechText

/// How right and how fast text is read.
struct TextBenchmark {
    /// Rows, and how many were read strictly, leniently, tolerantly right.
    struct Accuracy: Codable {
        let language: String
        let set: String
        var rows = 0
        var strict = 0
        var lenient = 0
        var tolerant = 0

        mutating func add(_ score: ReadingScore) {
            rows += 1
            if score >= .strict { strict += 1 }
            if score >= .lenient { lenient += 1 }
            if score >= .tolerant { tolerant += 1 }
        }
    }

    struct Speed: Codable {
        let characters: Int
        let medianMicroseconds: Double
    }

    struct Miss {
        let set: String
        let row: ReadingSet.Row
        let reading: String
    }

    /// - Parameter readings: Of the rows, where another program has read them.
    static func accuracy(
        of set: ReadingSet, readings: [String]? = nil
    ) throws -> (Accuracy, [Miss]) {
        var accuracy = Accuracy(language: set.language.rawValue, set: set.name)
        var misses: [Miss] = []
        for (index, row) in set.rows.enumerated() {
            let reading =
                try readings?[index] ?? spoken(row.written, language: set.language).text
            let score = ReadingScore(reading, accepted: row.accepted, language: set.language)
            accuracy.add(score)
            if score == .wrong { misses.append(Miss(set: set.name, row: row, reading: reading)) }
        }
        return (accuracy, misses)
    }

    /// The way of a whole text: sentences, readings and prompts.
    static func speed(of text: String, runs: Int) throws -> Speed {
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<runs {
            let time = try clock.measure { _ = try PromptCutter.prompts(for: text) }
            times.append(time / .microseconds(1))
        }
        return Speed(characters: text.count, medianMicroseconds: times.median)
    }

    /// A sentence of 66 characters.
    static let sentence = "On May 3rd, 2024 Dr. Ada Smith paid $12.50 for 3 kg of pears at 9."

    /// A paragraph of 1,341 characters.
    static let paragraph = String(
        repeating: sentence + " Nobody knew at 5:30 p.m. why the 42nd Street was closed. ",
        count: 11
    ).prefix(1341).description
}
