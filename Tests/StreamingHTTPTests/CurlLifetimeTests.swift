import Glibc
import StreamingHTTP
import TestSupport
import Testing

@Suite("The process ends", .timeLimit(.minutes(1))) struct CurlLifetimeTests {
    @Test("while libcurl starts TLS on several threads: with its own status, not a fault")
    func exits() async {
        // Which instruction the end meets is luck: four times, each within eight threads.
        for _ in 0..<4 {
            await #expect(processExitsWith: .exitCode(7)) {
                let server = try ReplayServer { _ = $0.readRequest() }
                let url = "https" + server.url.dropFirst("http".count)
                let engines = (0..<8).map { _ in HTTPEngine() }
                let exchanges = engines.flatMap { engine in
                    (0..<8).map { _ in engine.start(HTTPRequest(url: url)) }
                }
                usleep(5_000)
                withExtendedLifetime(exchanges) { exit(7) }
            }
        }
    }
}
