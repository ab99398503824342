import ChildProcesses
import Testing

/// The files of deploy/, judged by the tools that read them in earnest.
@Suite("Files of deploy/")
struct CheckTests {
    private func judge(_ area: String) async throws {
        let (status, text) = try await ChildProcess.run(
            "tools/deploy/check", [area], in: Deployment.root)
        #expect(status == 0, "\(text)")
    }

    @Test(
        "compose files are valid, alone and with each other",
        .needs("docker-compose", "tools/deploy/install gets it"))
    func compose() async throws { try await judge("compose") }

    @Test(
        "every overlay is valid, by strict schemas of an old Kubernetes and a new one",
        .needsOverlays,
        .needs("kubernetes-validate", "tools/deploy/install gets it"))
    func kubernetes() async throws { try await judge("kubernetes") }

    @Test(
        "units are valid, and exposed by 2.0 at most",
        .needs("systemd-analyze", "install the package systemd"))
    func systemd() async throws { try await judge("systemd") }

    @Test(
        "the Dockerfile has no fault that is known",
        .needs("hadolint", "tools/deploy/install gets it"))
    func images() async throws { try await judge("images") }

    @Test(
        "autoscalers read of idle, busy and starving farms what they should",
        .needs("promtool", "install the package prometheus"))
    func signals() async throws { try await judge("signals") }

    @Test(
        "no service makes a system call that its unit refuses",
        .needs("strace", "install the package strace"),
        .needs("systemd-analyze", "install the package systemd"))
    func calls() async throws {
        let programs = Deployment.program("")
        let (status, text) = try await ChildProcess.run(
            "tools/deploy/calls", [programs], in: Deployment.root)
        #expect(status == 0, "\(text)")
    }
}
