// swift-tools-version:6.1
import PackageDescription

let package = Package(
    name: "lyre",
    products: [
        .executable(name: "lyre", targets: ["lyre"]),
        .executable(name: "lyre-text", targets: ["lyre-text"]),
        .executable(name: "lyre-tokens", targets: ["lyre-tokens"]),
        .executable(name: "lyre-decoder", targets: ["lyre-decoder"]),
        .executable(name: "lyre-demo-engine", targets: ["lyre-demo-engine"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(
            url: "https://github.com/apple/swift-configuration", from: "1.4.0",
            traits: ["JSON", "YAML"]),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: knowledge + plumbing + services + programs + tests
)

/// Values in, values out: no sockets, no logging.
var knowledge: [Target] {
    [
        .target(name: "Orpheus"),
        .target(name: "SpeechText", dependencies: ["Orpheus"]),
        .target(name: "CSNACKernels"),
        .target(name: "SNAC", dependencies: ["CSNACKernels"]),
        .systemLibrary(name: "CPNG"),
        .target(name: "PCMAudio", dependencies: ["CPNG"]),
    ]
}

var plumbing: [Target] {
    [
        .target(name: "CLyreProto", sources: ["generated", "lyre_arena.c"]),
        .target(
            name: "LyreRPC",
            dependencies: [.product(name: "DequeModule", package: "swift-collections")]),
        .target(name: "WireMessages", dependencies: ["LyreRPC", "CLyreProto"]),
        .systemLibrary(name: "CZeroMQ"),
        .target(
            name: "ZeroMQTransport",
            dependencies: [
                "LyreRPC", "WireMessages", "CZeroMQ",
                .product(name: "DequeModule", package: "swift-collections"),
            ]),
        .systemLibrary(name: "CCurl"),
        .target(name: "StreamingHTTP", dependencies: ["CCurl"]),
        .target(
            name: "Observability",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .target(
            name: "ServiceHost",
            dependencies: [
                "LyreRPC", "WireMessages", "ZeroMQTransport", "Observability",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
    ]
}

var services: [Target] {
    let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
    return [
        .target(
            name: "TextFrontend",
            dependencies: ["LyreRPC", "WireMessages", "Orpheus", "SpeechText", metrics]),
        .target(
            name: "TokenService",
            dependencies: ["LyreRPC", "WireMessages", "Orpheus", "StreamingHTTP", metrics]),
        .target(
            name: "DecoderService",
            dependencies: ["LyreRPC", "WireMessages", "Orpheus", "SNAC", "PCMAudio", metrics]),
        .systemLibrary(name: "CFlite"),
        .target(
            name: "DemoEngine",
            dependencies: [
                "Orpheus", "SNAC", "PCMAudio", "CFlite", "Observability",
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            resources: [.copy("Resources/demo-voice")]),
    ]
}

var programs: [Target] {
    let arguments = Target.Dependency.product(
        name: "ArgumentParser", package: "swift-argument-parser")
    return [
        .executableTarget(name: "lyre-text", dependencies: ["TextFrontend", "ServiceHost", arguments]),
        .executableTarget(
            name: "lyre-tokens",
            dependencies: ["TokenService", "StreamingHTTP", "ServiceHost", arguments]),
        .executableTarget(
            name: "lyre-decoder", dependencies: ["DecoderService", "SNAC", "ServiceHost", arguments]),
        .executableTarget(
            name: "lyre-demo-engine", dependencies: ["DemoEngine", "Observability", arguments]),
        .executableTarget(
            name: "lyre",
            dependencies: [
                "Orpheus", "SNAC", "PCMAudio", "LyreRPC", "WireMessages", "ZeroMQTransport",
                "Observability", arguments,
            ]),
    ]
}

var tests: [Target] {
    [
        .testTarget(name: "OrpheusTests", dependencies: ["Orpheus"]),
    ]
}
