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
        .enabled(
            if: Deployment.has("docker-compose"),
            "docker-compose is missing: tools/deploy/install gets it"))
    func compose() async throws { try await judge("compose") }

    @Test(
        "every overlay is valid, by strict schemas of an old Kubernetes and a new one",
        .enabled(
            if: Deployment.has("kubectl"), "kubectl is missing: 1.27 or newer renders overlays"),
        .enabled(
            if: Deployment.has("kubernetes-validate"),
            "kubernetes-validate is missing: tools/deploy/install gets it"))
    func kubernetes() async throws { try await judge("kubernetes") }

    @Test(
        "units are valid, and exposed by 2.0 at most",
        .enabled(
            if: Deployment.has("systemd-analyze"),
            "systemd-analyze is missing: install the package systemd"))
    func systemd() async throws { try await judge("systemd") }

    @Test(
        "the Dockerfile has no fault that is known",
        .enabled(
            if: Deployment.has("hadolint"), "hadolint is missing: tools/deploy/install gets it"))
    func images() async throws { try await judge("images") }

    @Test(
        "autoscalers read of idle, busy and starving farms what they should",
        .enabled(
            if: Deployment.has("promtool"), "promtool is missing: install the package prometheus"))
    func signals() async throws { try await judge("signals") }
}
