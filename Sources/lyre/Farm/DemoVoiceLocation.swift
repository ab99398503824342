import Foundation

/// Where the demo voice's model lies: beside this program, as the build puts it there.
enum DemoVoiceLocation {
    static func folder() throws -> String {
        if let given = ProcessInfo.processInfo.environment["LYRE_DEMO_VOICE"] { return given }
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let folder = own.deletingLastPathComponent()
            .appendingPathComponent("lyre_DemoEngine.resources/demo-voice")
        guard FileManager.default.fileExists(atPath: folder.path) else {
            throw FarmError(
                "the demo voice is missing at \(folder.path): name a model by --snac, or the folder "
                    + "by LYRE_DEMO_VOICE")
        }
        return folder.path
    }
}
