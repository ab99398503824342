import Configuration
import Foundation
import SystemPackage

/// A program's settings: flags win over the environment (`LYRE_LOG_LEVEL`), which wins over a file
/// (`log-level`, YAML or JSON), which wins over the default.
public struct Settings: Sendable {
    private let reader: ConfigReader

    /// - Parameters:
    ///   - flags: What the command line said, by the flags' names without dashes.
    ///   - file: Its path, or nil for none.
    /// - Throws: ``SettingsError`` when the file cannot be read.
    public init(
        flags: [String: String?], file: String?,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws(SettingsError) {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for case (let name, let value?) in flags {
            values[AbsoluteConfigKey([name])] = ConfigValue(.string(value), isSecret: false)
        }
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "flags", values: values),
            EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "lyre"),
        ]
        if let file {
            do {
                if file.hasSuffix(".json") {
                    providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
                } else {
                    providers.append(try await FileProvider<YAMLSnapshot>(filePath: FilePath(file)))
                }
            } catch {
                // Parsers show the place on lines of their own.
                let lines = "\(error)".split(separator: "\n").prefix(2).joined(separator: " ")
                throw SettingsError("the configuration file '\(file)' cannot be read: \(lines)")
            }
        }
        reader = ConfigReader(providers: providers)
    }

    public func string(_ key: String) -> String? {
        // A file may hold numbers and flags as such.
        let key = ConfigKey(key)
        return reader.string(forKey: key) ?? reader.int(forKey: key).map(String.init)
            ?? reader.bool(forKey: key).map(String.init)
    }

    public func string(_ key: String, default value: String) -> String { string(key) ?? value }

    /// - Throws: ``SettingsError`` when it is no whole number within `range`.
    public func int(
        _ key: String, default value: Int, in range: ClosedRange<Int>
    ) throws(SettingsError) -> Int {
        guard let text = string(key) else { return value }
        guard let number = Int(text), range.contains(number) else {
            throw SettingsError(
                "\(key) is '\(text)', but has to be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// True where nothing is said.
    /// - Throws: ``SettingsError`` when it is neither on nor off.
    public func isOn(_ key: String) throws(SettingsError) -> Bool {
        switch string(key)?.lowercased() {
        case nil: return true
        case "on", "true": return true
        case "off", "false": return false
        case let text?: throw SettingsError("\(key) is '\(text)', but has to be on or off")
        }
    }

    /// - Throws: ``SettingsError`` when it is neither true nor false.
    public func flag(_ key: String) throws(SettingsError) -> Bool {
        switch string(key)?.lowercased() {
        case nil, "false", "0", "no": return false
        case "true", "1", "yes": return true
        case let text?: throw SettingsError("\(key) is '\(text)', but has to be true or false")
        }
    }
}

/// A setting that cannot be used, in one sentence.
public struct SettingsError: Error, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}
