// swift-tools-version:6.2
import PackageDescription

let package = Package(
    name: "lyre",
    products: [
        .executable(name: "lyre", targets: ["lyre"]),
        .executable(name: "lyre-text", targets: ["lyre-text"]),
        .executable(name: "lyre-tokens", targets: ["lyre-tokens"]),
        .executable(name: "lyre-decoder", targets: ["lyre-decoder"]),
        .executable(name: "lyre-guard", targets: ["lyre-guard"]),
        .executable(name: "lyre-demo-engine", targets: ["lyre-demo-engine"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(
            url: "https://github.com/apple/swift-configuration", from: "1.4.0",
            traits: ["JSON", "YAML"]),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    ],
    targets: knowledge + plumbing + services + programs + tests,
    cxxLanguageStandard: .cxx17
)

/// Values in, values out: no sockets, no logging.
var knowledge: [Target] {
    [
        .target(name: "Orpheus"),
        .target(name: "SpeechText", dependencies: ["Orpheus"]),
        .target(name: "CSNACKernels"),
        .target(name: "SNAC", dependencies: ["CSNACKernels"]),
        .target(name: "CSNACCUDA", exclude: ["kernels"]),
        .target(name: "SNACCUDA", dependencies: ["SNAC", "CSNACCUDA"]),
        .systemLibrary(name: "CPNG"),
        .target(name: "Pictures", dependencies: ["CPNG"]),
        .target(name: "PCMAudio", dependencies: ["Pictures"]),
        .target(name: "EnginePlanning", dependencies: ["Orpheus", "SpeechText"]),
        .target(name: "DemoVoice", resources: [.copy("Resources/demo-voice")]),
    ]
}

var crypto: Target.Dependency { .product(name: "Crypto", package: "swift-crypto") }
var arguments: Target.Dependency { .product(name: "ArgumentParser", package: "swift-argument-parser") }
var lifecycle: Target.Dependency { .product(name: "ServiceLifecycle", package: "swift-service-lifecycle") }
var logging: Target.Dependency { .product(name: "Logging", package: "swift-log") }
var metrics: Target.Dependency { .product(name: "CoreMetrics", package: "swift-metrics") }
var nio: Target.Dependency { .product(name: "NIOCore", package: "swift-nio") }

var plumbing: [Target] {
    [
        .target(name: "CLyreProto", sources: ["generated", "lyre_arena.c"]),
        .target(
            name: "LyreRPC",
            dependencies: [.product(name: "DequeModule", package: "swift-collections")]),
        .target(name: "WireMessages", dependencies: ["LyreRPC", "CLyreProto"]),
        .target(name: "ListFiles"),
        .systemLibrary(name: "CZeroMQ"),
        .target(
            name: "ZeroMQTransport",
            dependencies: [
                "LyreRPC", "WireMessages", "ListFiles", "CZeroMQ",
                .product(name: "DequeModule", package: "swift-collections"),
            ]),
        .target(
            name: "ChildProcesses",
            dependencies: [
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .systemLibrary(name: "CCurl"),
        .target(
            name: "StreamingHTTP",
            dependencies: ["CCurl", .product(name: "DequeModule", package: "swift-collections")]),
        .target(
            name: "ModelHub",
            dependencies: [
                "StreamingHTTP", crypto, .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(
            name: "EngineSupervisor",
            dependencies: [logging, .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("Resources/profiles.yaml")]),
        .systemLibrary(name: "CMalloc"),
        .target(
            name: "Observability",
            dependencies: [
                "CMalloc", logging, metrics, nio, lifecycle,
                .product(name: "Hummingbird", package: "hummingbird"),
            ]),
        .target(name: "Traces", dependencies: ["StreamingHTTP"]),
        .target(
            name: "ServiceHost",
            dependencies: [
                "LyreRPC", "WireMessages", "ListFiles", "ZeroMQTransport", "Observability", "Traces",
                arguments, logging, metrics, lifecycle,
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
    ]
}

var services: [Target] {
    [
        .target(
            name: "TextFrontend",
            dependencies: ["LyreRPC", "WireMessages", "Orpheus", "SpeechText", metrics]),
        .target(
            name: "TokenService",
            dependencies: [
                "LyreRPC", "WireMessages", "ListFiles", "Orpheus", "StreamingHTTP", logging, metrics,
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "Yams", package: "Yams"),
            ]),
        .target(
            name: "DecoderService",
            dependencies: ["LyreRPC", "WireMessages", "Orpheus", "SNAC", "PCMAudio", metrics]),
        .target(name: "CFlite"),
        .target(
            name: "DemoEngine",
            dependencies: [
                "Orpheus", "SNAC", "PCMAudio", "DemoVoice", "CFlite", "Observability", logging, nio, lifecycle,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
    ]
}

var programs: [Target] {
    [
        .executableTarget(name: "lyre-text", dependencies: ["TextFrontend", "ServiceHost", arguments]),
        .executableTarget(
            name: "lyre-tokens",
            dependencies: [
                "TokenService", "Orpheus", "StreamingHTTP", "EngineSupervisor", "ServiceHost", "LyreRPC",
                "ZeroMQTransport", "Observability", arguments, logging, lifecycle, metrics,
            ]),
        .executableTarget(name: "lyre-guard"),
        .executableTarget(
            name: "lyre-decoder",
            dependencies: [
                "DecoderService", "SNAC", "SNACCUDA", "ServiceHost", arguments, lifecycle, logging, metrics,
            ]),
        .executableTarget(
            name: "lyre-demo-engine", dependencies: ["DemoEngine", "Observability", arguments, logging]),
        .executableTarget(
            name: "lyre",
            dependencies: [
                "Orpheus", "SpeechText", "SNAC", "SNACCUDA", "PCMAudio", "Pictures", "EnginePlanning", "DemoVoice",
                "LyreRPC", "WireMessages", "ZeroMQTransport", "ModelHub", "ChildProcesses", "Traces",
                "Observability", arguments, lifecycle,
            ]),
    ]
}

var tests: [Target] {
    [
        .target(
            name: "TestSupport",
            dependencies: [crypto, nio, .product(name: "NIOPosix", package: "swift-nio")],
            path: "Tests/TestSupport"),
        .testTarget(name: "OrpheusTests", dependencies: ["Orpheus", "TestSupport"]),
        .testTarget(name: "SpeechTextTests", dependencies: ["SpeechText", "Orpheus", "TestSupport"]),
        .target(name: "EmulatedCUDA", dependencies: ["CSNACCUDA"], path: "Tests/EmulatedCUDA"),
        .target(
            name: "EmulatedGPU", dependencies: ["SNACCUDA", "EmulatedCUDA"], path: "Tests/EmulatedGPU"),
        .testTarget(
            name: "SNACTests",
            dependencies: ["SNAC", "SNACCUDA", "EmulatedCUDA", "EmulatedGPU", "TestSupport"],
            resources: [.copy("Resources")]),
        .testTarget(
            name: "EnginePlanningTests", dependencies: ["EnginePlanning", "EngineSupervisor"]),
        .testTarget(name: "PicturesTests", dependencies: ["Pictures"]),
        .testTarget(name: "PCMAudioTests", dependencies: ["PCMAudio"]),
        .testTarget(name: "StreamingHTTPTests", dependencies: ["StreamingHTTP", "TestSupport"]),
        .testTarget(
            name: "ModelHubTests", dependencies: ["ModelHub", "ChildProcesses", "TestSupport"]),
        .testTarget(
            name: "TokenServiceTests",
            dependencies: [
                "TokenService", "StreamingHTTP", "Orpheus", "LyreRPC", "WireMessages", "TestSupport",
                logging,
            ],
            resources: [.copy("Recorded")]),
        .testTarget(
            name: "TextFrontendTests",
            dependencies: [
                "TextFrontend", "TokenService", "DecoderService", "SNAC", "DemoVoice", "StreamingHTTP",
                "Orpheus", "LyreRPC", "WireMessages", "TestSupport",
            ]),
        .testTarget(
            name: "ObservabilityTests",
            dependencies: ["Observability", "TestSupport", logging, lifecycle, metrics]),
        .testTarget(
            name: "DemoEngineTests",
            dependencies: ["DemoEngine", "Observability", "Orpheus", "SNAC", "TestSupport", logging]),
        .testTarget(
            name: "DecoderServiceTests",
            dependencies: [
                "DecoderService", "LyreRPC", "WireMessages", "Orpheus", "SNAC", "SNACCUDA", "DemoVoice",
                "EmulatedGPU", "TestSupport",
            ]),
        .testTarget(
            name: "EngineSupervisorTests",
            dependencies: ["EngineSupervisor", "StreamingHTTP", "TestSupport", logging],
            resources: [.copy("Recorded"), .copy("Programs")]),
        .testTarget(name: "TracesTests", dependencies: ["Traces", "TestSupport"]),
        .testTarget(name: "LyreRPCTests", dependencies: ["LyreRPC", "TestSupport"]),
        .testTarget(
            name: "WireMessagesTests",
            dependencies: ["WireMessages", "LyreRPC", "ChildProcesses", "TestSupport"]),
        .testTarget(
            name: "ZeroMQTransportTests",
            dependencies: ["ZeroMQTransport", "LyreRPC", "WireMessages", "TestSupport"]),
        .testTarget(
            name: "LyreTests",
            dependencies: ["lyre", "SNAC", "SNACCUDA", "DemoVoice", "EmulatedGPU", "Traces"]),
        .testTarget(
            name: "ProcessTests",
            dependencies: [
                "lyre", "lyre-text", "lyre-tokens", "lyre-decoder", "lyre-demo-engine",
                "Observability", "LyreRPC", "WireMessages", "ZeroMQTransport", "ChildProcesses", "StreamingHTTP",
                "TestSupport",
            ]),
        .testTarget(name: "ArchitectureTests", dependencies: ["ChildProcesses", "TestSupport"]),
        .testTarget(
            name: "DeployTests",
            dependencies: [
                "lyre", "lyre-text", "lyre-tokens", "lyre-decoder", "lyre-demo-engine",
                "ChildProcesses", .product(name: "Yams", package: "Yams"),
            ]),
        .testTarget(name: "MonitoringTests", dependencies: ["ChildProcesses", "TestSupport"]),
    ]
}
