import Foundation

/// The stages of `deploy/images/Dockerfile`.
struct Dockerfile {
    struct Stage {
        let name: String
        /// An image, or an earlier stage.
        let base: String
        var packages: Set<String> = []
        /// What is copied from the repository.
        var sources: [String] = []
        /// What is copied from the stage that builds.
        var built: [String] = []
        var user: String?
    }

    let stages: [Stage]

    init() throws {
        var stages: [Stage] = []
        let lines = try Deployment.text("images/Dockerfile").split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.joined(separator: "\n")
            .replacingOccurrences(of: "\\\n", with: " ").split(separator: "\n")
        for line in lines {
            let words = line.split(separator: " ").map(String.init)
            if words[0] == "FROM" {
                stages.append(Stage(name: words[3], base: words[1]))
                continue
            }
            let last = stages.indices.last!
            switch words[0] {
            case "RUN":
                guard let start = words.firstIndex(of: "--no-install-recommends") else { break }
                stages[last].packages.formUnion(words[(start + 1)...].prefix { $0 != "&&" })
            case "COPY" where words[1] == "--from=build":
                stages[last].built += words[2..<(words.count - 1)]
            case "COPY" where words[1].hasPrefix("--from="): break
            case "COPY":
                stages[last].sources += words[1..<(words.count - 1)]
            case "USER":
                stages[last].user = words[1]
            default: break
            }
        }
        self.stages = stages
    }

    /// Those of a stage, and of what it stands on.
    func packages(_ stage: Stage) -> Set<String> {
        stages.first { $0.name == stage.base }.map { packages($0).union(stage.packages) }
            ?? stage.packages
    }
}
