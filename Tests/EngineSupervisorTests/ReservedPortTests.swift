import EngineSupervisor
import Glibc
import Testing

@Suite struct ReservedPortTests {
    /// Whoever asks for any port of this range of one gets none, for listening or for a connection.
    @Test func theSystemGivesItToNobodyElse() throws {
        let port = try ReservedPort()
        for reuse: Int32 in [0, 1] {
            let other = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(other) }
            set(SOL_SOCKET, SO_REUSEADDR, of: other, to: reuse)
            let range = UInt32(port.number) << 16 | UInt32(port.number)
            // IP_LOCAL_PORT_RANGE, which Glibc's header does not have; of Linux 6.3.
            guard set(Int32(IPPROTO_IP), 51, of: other, to: range) else { return }
            var any = sockaddr_in()
            any.sin_family = sa_family_t(AF_INET)
            any.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            let bound = withUnsafeBytes(of: &any) {
                bind(
                    other, $0.assumingMemoryBound(to: sockaddr.self).baseAddress!,
                    socklen_t($0.count))
            }
            let failure = errno
            #expect(bound == -1)
            #expect(failure == EADDRINUSE)
        }
        withExtendedLifetime(port) {}
    }

    @Test func aHundredAreAllDifferent() throws {
        let ports = try (0..<100).map { _ in try ReservedPort() }
        #expect(Set(ports.map(\.number)).count == 100)
    }

    @discardableResult
    private func set<Value>(
        _ level: Int32, _ option: Int32, of descriptor: Int32, to value: Value
    ) -> Bool {
        withUnsafeBytes(of: value) {
            setsockopt(descriptor, level, option, $0.baseAddress, socklen_t($0.count))
        } == 0
    }
}
