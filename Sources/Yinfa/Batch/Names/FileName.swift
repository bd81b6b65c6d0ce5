import Foundation

/// Names of files made of what reports say, fit for any disk that an office has.
enum FileName {
    /// Bytes that a name may have in UTF-8 on the file systems of Linux.
    static let limit = 255

    /// A text as part of a name: no separators, nothing that Windows refuses, no characters that cannot be seen.
    static func part(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.precomposedStringWithCanonicalMapping.unicodeScalars.compactMap { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: nil
                    default: "/\\:*?\"<>|".unicodeScalars.contains(scalar) ? "_" : scalar
                    }
                }))
    }

    /// A whole name that begins and ends well, is none of Windows' devices, and is short enough.
    /// - Parameter ending: stays whole where the name has to be cut, e.g. `.pdf`.
    /// - Returns: nil where nothing is left of it.
    static func whole(_ name: String, ending: String = "") -> String? {
        var stem = name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : name
        stem = String(stem.drop { $0 == "." || $0.isWhitespace })
        while stem.utf8.count + ending.utf8.count > limit { stem.removeLast() }
        while let last = stem.last, last == "." || last.isWhitespace { stem.removeLast() }
        guard !stem.isEmpty else { return nil }
        let device = stem.prefix { $0 != "." }.uppercased()
        return (devices.contains(device) ? "_" : "") + stem + ending
    }

    private static let devices: Set<String> = Set(
        ["CON", "PRN", "AUX", "NUL"] + (1...9).flatMap { ["COM\($0)", "LPT\($0)"] })
}
