// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "yinfa-benchmarks",
    dependencies: [
        .package(name: "yinfa", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .systemLibrary(name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        // Pango's own paragraph layout, to compare ours with.
        .target(name: "PangoParagraphs", dependencies: ["CPangoCairo"]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "PangoParagraphs",
                .product(name: "Yinfa", package: "yinfa"),
                .product(name: "YinfaTypesetting", package: "yinfa"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
