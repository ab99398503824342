import ArgumentParser
import Orpheus

struct Voices: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the voices of Orpheus' released models, and their emotive tags.")

    func run() {
        for language in Voice.Language.allCases {
            let names = Voice.all.filter { $0.language == language }.map(\.name)
            let tags = EmotiveTag.names(for: language).sorted().map { "<\($0)>" }
            print("\(language.rawValue)  \(names.joined(separator: " "))")
            print("    \(tags.joined(separator: " "))")
        }
    }
}
