/// Names of files that a PDF carries. Whoever made the PDF chose them, so that none is trusted before it was looked at.
package enum RecordName {
    package static let report = "report.json"
    package static let form = "form.yaml"
    package static let check = "check.json"
    package static let reserved = [report, form, check]

    /// A path without steps that lead nowhere: `./a//b.png` is `a/b.png`.
    package static func normalized(_ path: String) -> String {
        path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }

    /// Whether a file of that name lies in the folder that it is written to, hides from nobody there, and can be shown.
    package static func isSafe(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return name.utf8.count <= 1000 && parts.count <= 16
            && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && $0.utf8.count <= 255 }
            && name.unicodeScalars.allSatisfy(isSafe)
    }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        // Marks of direction can make a name look like another.
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: scalar != "\\" && scalar != ":"
        }
    }
}
