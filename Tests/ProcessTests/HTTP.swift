import Foundation
import FoundationNetworking

/// The least of an HTTP client.
enum HTTP {
    struct Reply: Sendable {
        let status: Int
        let text: String

        /// A Prometheus metric, the sum over all labels; 0 when there is none.
        func metric(_ name: String) -> Double {
            text.split(separator: "\n").reduce(0) { sum, line in
                guard line.hasPrefix(name), let end = line.dropFirst(name.count).first,
                    end == " " || end == "{", let value = line.split(separator: " ").last
                else { return sum }
                return sum + (Double(value) ?? 0)
            }
        }
    }

    static func get(_ url: String) async throws -> Reply {
        try await send(URLRequest(url: URL(string: url)!))
    }

    static func post(_ url: String, json: String) async throws -> Reply {
        var request = URLRequest(url: URL(string: url)!)
        request.httpMethod = "POST"
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.httpBody = Data(json.utf8)
        return try await send(request)
    }

    private static func send(_ request: URLRequest) async throws -> Reply {
        let (data, response) = try await URLSession.shared.data(for: request)
        return Reply(
            status: (response as! HTTPURLResponse).statusCode,
            text: String(decoding: data, as: UTF8.self))
    }
}
