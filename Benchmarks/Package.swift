// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that the main one stays light.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "anxin", path: "..")],
    targets: [
        .systemLibrary(name: "CLibPQBench", pkgConfig: "libpq"),
        .executableTarget(name: "bench-swift", dependencies: [.product(name: "PQ", package: "anxin")]),
        .executableTarget(
            name: "bench-publication",
            dependencies: [.product(name: "PQ", package: "anxin"), .product(name: "SafetyCredit", package: "anxin")]),
        .executableTarget(name: "bench-c", dependencies: ["CLibPQBench"], linkerSettings: [.linkedLibrary("pq")]),
    ],
    swiftLanguageModes: [.v6]
)
