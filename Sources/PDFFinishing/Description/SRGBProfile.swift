/// A profile of the colour space sRGB (IEC 61966-2-1) by the rules of ICC.1:2010, version 4.3: a matrix and a curve. Written
/// here, so that a file does not rest on what a machine happens to have.
enum SRGBProfile {
    /// The profile's bytes.
    static let bytes: [UInt8] = makeBytes()

    /// An output intent with the profile (ISO 19005-2 6.2.3).
    static func outputIntent(in file: inout PDFFile) -> String {
        let profile = file.addStream(bytes, "/N 3/Alternate/DeviceRGB")
        let name = "sRGB IEC61966-2.1"
        return "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(\(name))/Info(\(name))"
            + "/RegistryName(http://www.color.org)/DestOutputProfile \(profile) 0 R>>"
    }

    /// Columns of the matrix and the white point as seen under D50 (ICC's sRGB v4 profile).
    private static let red = [0.436_066, 0.222_488, 0.013_916]
    private static let green = [0.385_147, 0.716_873, 0.097_076]
    private static let blue = [0.143_066, 0.060_608, 0.714_096]
    private static let white = [0.964_203, 1.0, 0.824_905]
    /// From D65, the white of sRGB, to D50 (Bradford).
    private static let adaptation = [
        1.047_882, 0.022_919, -0.050_201, 0.029_587, 0.990_479, -0.017_059, -0.009_232, 0.015_076, 0.751_678,
    ]
    /// ((x + 0.055) / 1.055)^2.4, and x / 12.92 up to 0.04045.
    private static let curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.040_45]

    private static func makeBytes() -> [UInt8] {
        let transferCurve = tag("para", bytes16(3) + bytes16(0) + curve.flatMap(fixed))
        let elements: [(names: [String], data: [UInt8])] = [
            (["desc"], text("sRGB IEC61966-2.1")), (["cprt"], text("CC0")),
            (["wtpt"], tag("XYZ ", white.flatMap(fixed))),
            (["chad"], tag("sf32", adaptation.flatMap(fixed))), (["rXYZ"], tag("XYZ ", red.flatMap(fixed))),
            (["gXYZ"], tag("XYZ ", green.flatMap(fixed))), (["bXYZ"], tag("XYZ ", blue.flatMap(fixed))),
            (["rTRC", "gTRC", "bTRC"], transferCurve),
        ]
        let names = elements.flatMap(\.names)
        var table = bytes32(names.count)
        var data: [UInt8] = []
        let start = 128 + 4 + 12 * names.count
        for element in elements {
            for name in element.names {
                table += Array(name.utf8) + bytes32(start + data.count) + bytes32(element.data.count)
            }
            data += element.data
            while data.count % 4 != 0 { data.append(0) }
        }
        return header(size: start + data.count) + table + data
    }

    private static func header(size: Int) -> [UInt8] {
        var header = bytes32(size) + bytes32(0) + bytes32(0x0430_0000)
        header += Array("mntrRGB XYZ ".utf8)
        // The day of the standard's first edition.
        for number in [1999, 10, 18, 0, 0, 0] { header += bytes16(number) }
        header += Array("acsp".utf8) + Array(repeating: 0, count: 28)
        header += white.flatMap(fixed)
        return header + Array(repeating: 0, count: 128 - header.count)
    }

    private static func tag(_ type: String, _ data: [UInt8]) -> [UInt8] { Array(type.utf8) + bytes32(0) + data }

    /// One text in English (multiLocalizedUnicodeType).
    private static func text(_ text: String) -> [UInt8] {
        let units = text.utf16.flatMap { bytes16(Int($0)) }
        return tag("mluc", bytes32(1) + bytes32(12) + Array("enUS".utf8) + bytes32(units.count) + bytes32(28) + units)
    }

    private static func fixed(_ number: Double) -> [UInt8] { bytes32(Int((number * 65_536).rounded())) }
    private static func bytes16(_ number: Int) -> [UInt8] { [8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
    private static func bytes32(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
