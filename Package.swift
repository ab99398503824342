// swift-tools-version:6.1
import PackageDescription

let package = Package(
    name: "lyre",
    dependencies: [
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    ],
    targets: [
        .target(name: "CLyreProto", sources: ["generated", "lyre_arena.c"]),
        .target(name: "Orpheus"),
        .target(name: "LyreRPC", dependencies: [.product(name: "DequeModule", package: "swift-collections")]),
        .target(name: "WireMessages", dependencies: ["LyreRPC", "CLyreProto"]),
        .systemLibrary(name: "CZeroMQ"),
        .target(name: "ZeroMQTransport", dependencies: ["LyreRPC", "WireMessages", "CZeroMQ", .product(name: "DequeModule", package: "swift-collections")]),
        .testTarget(name: "OrpheusTests", dependencies: ["Orpheus"]),
    ]
)
