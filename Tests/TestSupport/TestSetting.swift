import Foundation

/// Numbers by which long runs of a test differ from short ones, in the environment.
public enum TestSetting {
    public static func number(_ name: String, else fallback: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? fallback
    }
}
