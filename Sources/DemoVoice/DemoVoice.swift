import Foundation

/// The demo codec's weights, a small network of SNAC's architecture that was trained on flite.
public enum DemoVoice {
    /// The folder with `config.json` and `model.safetensors`.
    ///
    /// Looked for beside the program, where the build puts this module's resources, then in
    /// `../share/lyre/demo-voice`, then in the sources. `Bundle.module` would look at the first and
    /// the last too, but ends the process where it finds nothing.
    /// - Throws: ``DemoVoiceMissing``; programs let a folder be given by a flag.
    public static func folder() throws(DemoVoiceMissing) -> URL {
        let program = Bundle.main.executableURL?.resolvingSymlinksInPath()
            .deletingLastPathComponent()
        var places: [URL] = []
        if let program {
            let beside = try? FileManager.default.contentsOfDirectory(
                at: program, includingPropertiesForKeys: nil)
            places += (beside ?? []).filter {
                $0.lastPathComponent.hasSuffix("_DemoVoice.resources")
            }
            .map { $0.appendingPathComponent("demo-voice") }
            places.append(
                program.appendingPathComponent("../share/lyre/demo-voice").standardizedFileURL)
        }
        places.append(
            URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("Resources/demo-voice"))
        for place in places {
            let config = place.appendingPathComponent("config.json").path
            if FileManager.default.fileExists(atPath: config) { return place }
        }
        throw DemoVoiceMissing(places: places)
    }
}

/// The weights are in none of the places where they should be.
public struct DemoVoiceMissing: Error, CustomStringConvertible {
    let places: [URL]
    public var description: String {
        "the demo voice is not installed: there is no config.json in "
            + places.map(\.path).joined(separator: " or ") + "; give its folder with --model"
    }
}
