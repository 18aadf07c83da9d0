// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "anxin",
    products: [
        .library(name: "PQ", targets: ["PQ"]),
        .library(name: "SafetyCredit", targets: ["SafetyCredit"]),
        .executable(name: "anxin", targets: ["anxin"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    ],
    targets: [
        // C libraries, each with a shim that holds only what Swift cannot import.
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

        // libpq in Swift; no domain word in it.
        .target(name: "PQ", dependencies: ["CLibPQ"], swiftSettings: strict),

        // The product: one folder per stage.
        .target(
            name: "SafetyCredit",
            dependencies: [
                "PQ", "CLibCrypto", "CLibCurl", "CLibZip", "CLibXML2", "CXLSXWriter",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: strict,
            plugins: ["EmbedSQL"]
        ),

        // The command: thin structs over plain functions.
        .executableTarget(
            name: "anxin",
            dependencies: [
                "PQ", "SafetyCredit", "CXLSXWriter",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),

        // Puts sql/ into the binary at build time.
        .executableTarget(name: "embed-sql", swiftSettings: strict),
        .plugin(name: "EmbedSQL", capability: .buildTool(), dependencies: ["embed-sql"]),

        .target(
            name: "PQTesting", dependencies: ["PQ"], path: "Tests/Support", exclude: ["Peers"], swiftSettings: strict),
        .testTarget(name: "PQTests", dependencies: ["PQ", "PQTesting"], swiftSettings: strict),
        .testTarget(
            name: "SafetyCreditTests",
            dependencies: ["SafetyCredit", "PQ", "PQTesting"],
            // Cases for lawyers to read, and documents as they were issued; the tests find them by path.
            exclude: [
                "acts", "grades", "management-periods", "policy-alternatives", "refused-facts", "working-days",
            ].map { "LawCases/\($0).csv" } + ["Cases/Documents/issued-documents.jsonl"],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
