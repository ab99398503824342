import Testing
import TokenService

@Suite struct CompletionsEndpointTests {
    @Test(arguments: [
        "http://vllm:8000", "http://vllm:8000/", "http://vllm:8000/v1", "http://vllm:8000/v1/",
        "http://vllm:8000/v1/completions",
    ]) func basesAreWrittenInSeveralWays(url: String) throws {
        let endpoint = try CompletionsEndpoint(baseURL: url, model: "orpheus")
        #expect(endpoint.completionsURL == "http://vllm:8000/v1/completions")
    }

    @Test func aPathPrefixStays() throws {
        let endpoint = try CompletionsEndpoint(baseURL: "https://host/proxy/v1", model: "m")
        #expect(endpoint.completionsURL == "https://host/proxy/v1/completions")
    }

    @Test(arguments: [
        "", "vllm:8000", "ftp://vllm", "http://", "http:///v1", "http://a b", "http://a?b=c",
    ])
    func whatIsNoBase(url: String) {
        let error = #expect(throws: InvalidEndpoint.self) {
            try CompletionsEndpoint(baseURL: url, model: "orpheus")
        }
        #expect(error?.description == "'\(url)' is no base URL such as http://127.0.0.1:8000")
    }

    @Test func aModelIsNeeded() {
        #expect(throws: InvalidEndpoint.self) {
            try CompletionsEndpoint(baseURL: "http://a", model: "")
        }
    }

    @Test func keysAreNotPrinted() throws {
        let endpoint = try CompletionsEndpoint(baseURL: "http://a", model: "m", apiKey: "secret\n")
        #expect(endpoint.apiKey == "secret")
        #expect(!"\(endpoint)".contains("secret"))
        #expect(
            try CompletionsEndpoint(baseURL: "http://a", model: "m", apiKey: " \n").apiKey == nil)
        #expect(throws: InvalidEndpoint.self) {
            try CompletionsEndpoint(baseURL: "http://a", model: "m", apiKey: "two\r\nlines")
        }
    }
}
