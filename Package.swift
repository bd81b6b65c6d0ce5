// swift-tools-version: 6.1
import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func room(_ name: String, _ dependencies: [Target.Dependency], ledgers: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: ledgers, swiftSettings: swiftSettings)
}

func tests(of name: String, _ dependencies: [Target.Dependency], cases: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: dependencies + ["TestSupport"], exclude: cases,
        swiftSettings: swiftSettings)
}

/// libyaml with source marks; the only YAML reader that is kept up for Swift on Linux.
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
/// Signed data and time stamps as values: swift-certificates has them without what PAdES asks for, OpenSSL with what it
/// forbids.
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "yinfa",
    products: [
        .library(name: "Yinfa", targets: ["Yinfa"]),
        // Paragraphs and pages without the façade, e.g. for Benchmarks/.
        .library(name: "YinfaTypesetting", targets: ["Typesetting", "PangoShaping"]),
        .executable(name: "yinfa", targets: ["yinfa"]),
    ],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    ],
    targets: [
        // Each room knows only the rooms above it; ArchitectureTests reads the import lines.
        .systemLibrary(
            name: "CPango", pkgConfig: "pangocairo",
            providers: [.apt(["libpango1.0-dev", "libcairo2-dev"])]),
        .systemLibrary(name: "CRsvg", pkgConfig: "librsvg-2.0", providers: [.apt(["librsvg2-dev"])]),
        .systemLibrary(name: "CMalloc"),
        // SHA-256 with the processor's own instructions: 0.2 ms a report, where GLib's takes 0.9 ms.
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        // Little CMS reads ICC profiles and separates colours; the engine that the RIPs themselves use.
        .systemLibrary(name: "CLCMS", pkgConfig: "lcms2", providers: [.apt(["liblcms2-dev"])]),
        // The IPP that printers speak, as CUPS speaks it. Opened when something is printed (its shim says why), so
        // that building needs its headers alone.
        .systemLibrary(name: "CCups", providers: [.apt(["libcups2-dev"])]),
        // HTTP and HTTPS to authorities, with proxies; opened as CCups is, where a time stamp or revocation data are fetched.
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        // PKCS#11, by which HSMs and USB keys sign, with the addresses of RFC 7512; opened where a key is in one.
        .systemLibrary(name: "CP11Kit", providers: [.apt(["libp11-kit-dev"])]),
        // XML of office files; librsvg brings libxml2 into every start anyway, so that linking it costs none.
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        // HTML5 as browsers read it: libxml2's own parser leaves <span> that CMSs forget to close around the cells that
        // follow. Linked statically: 0.5 MB, no library more to load at a start and to install beside the program.
        .systemLibrary(name: "CGumbo", providers: [.apt(["libgumbo-dev"])]),
        // Containers of office files. Opened when one is read or written (its shim says why).
        .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
        // Workbooks with merged cells, protection, input checks and formulas. Opened when one is written.
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        room("ReportModel", []),
        room("ReportForms", ["ReportModel", yams]),
        room("XMLReading", ["ReportModel", "CXML"]),
        room("ReportReading", ["ReportModel", "ReportForms", "PDFReading", "XMLReading", "CGumbo", "CZip", yams]),
        room("Typesetting", ["ReportModel", "ReportForms"]),
        room("FontPrograms", ["CZlib"]),
        room("PangoShaping", ["ReportModel", "ReportForms", "Typesetting", "FontPrograms", "CPango"]),
        room("CairoDrawing", ["ReportModel", "Typesetting", "FontPrograms", "PangoShaping", "CPango", "CRsvg"]),
        room("PDFReading", ["ReportModel", "CZlib"]),
        room(
            "PDFFinishing",
            ["ReportModel", "ReportForms", "Typesetting", "FontPrograms", "PDFReading", "CZlib", "CLCMS"],
            ledgers: ["PDF_A.md", "PDF_UA.md", "PDF_X.md"]),
        room(
            "PDFSigning",
            ["ReportModel", "XMLReading", "PDFReading", "PDFFinishing", "CCrypto", "CCurl", "CP11Kit", asn1],
            ledgers: ["VERIFYING.md"]),
        room("Printing", ["ReportModel", "CCups"]),
        room(
            "ReportExporting",
            ["ReportModel", "ReportForms", "ReportReading", "Typesetting", "CXLSXWriter"]),
        room(
            "Yinfa",
            [
                "ReportModel", "ReportForms", "ReportReading", "Typesetting", "PangoShaping", "CairoDrawing",
                "PDFReading", "PDFFinishing", "PDFSigning", "Printing", "ReportExporting", "CMalloc", "CCrypto",
            ]),
        room("YinfaCommands", ["Yinfa", argumentParser]),
        .executableTarget(
            name: "yinfa", dependencies: ["YinfaCommands", argumentParser], path: "Sources/yinfa-cli",
            swiftSettings: swiftSettings),

        // The library as README shows it; a test runs it.
        .executableTarget(
            name: "LibraryExample", dependencies: ["Yinfa"], path: "Examples/Library", swiftSettings: swiftSettings),

        .target(
            name: "TestSupport", dependencies: ["ReportModel", "ReportForms"], path: "Tests/TestSupport",
            swiftSettings: swiftSettings),
        tests(of: "ReportModel", ["ReportModel"]),
        tests(of: "ReportForms", ["ReportForms"]),
        tests(of: "ReportReading", ["ReportReading"]),
        tests(of: "Typesetting", ["Typesetting"], cases: ["Paragraph/Cases"]),
        tests(of: "FontPrograms", ["FontPrograms", "PDFReading"]),
        tests(of: "PDFReading", ["PDFReading", "PDFFinishing", "ReportModel"]),
        tests(of: "PDFFinishing", ["PDFFinishing", "PDFReading", "ReportForms", "ReportModel", "Typesetting"]),
        tests(of: "PDFSigning", ["PDFSigning", "PDFReading", "ReportModel", asn1]),
        tests(
            of: "Yinfa", ["Yinfa", "YinfaCommands", "yinfa", "LibraryExample"], cases: ["Importing/Files"]),
    ],
    swiftLanguageModes: [.v6]
)
