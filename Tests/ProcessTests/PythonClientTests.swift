import ChildProcesses
import Foundation
import Testing

extension ProcessTests {
    @Suite("The README's client in Python")
    struct PythonClientTests {
        /// A Python that has pyzmq, or nil.
        private static let python = "/usr/bin/python3"

        @Test(
            "prints what the README says",
            .enabled("no python3 here has zmq: install python3-zmq") {
                try await ChildProcess.run(python, ["-c", "import zmq"]).status == 0
            })
        func client() async throws {
            let readme = try String(
                contentsOf: Programs.root.appendingPathComponent("README.md"), encoding: .utf8)
            let block = try #require(readme.firstMatch(of: /```python\n((?s).*?)```/))
            let promised = try #require(
                readme[block.range.upperBound...].firstMatch(of: /prints\s+`([^`]+)`/))
            let scratch = try Scratch()
            let file = try scratch.write("client.py", Data(block.1.utf8))
            // Text/Prepare asks neither of them.
            let text = try await Service.start(
                "lyre-text", ["--tokens", "tcp://127.0.0.1:1", "--decoder", "tcp://127.0.0.1:1"])
            let outcome = try await Programs.run(Self.python, [file, text.endpoint])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.text == promised.1 + "\n")
            await text.stop()
        }
    }
}
