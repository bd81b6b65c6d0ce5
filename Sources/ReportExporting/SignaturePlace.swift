internal import ReportForms
internal import ReportModel

/// How far a signature stands from the right edge of the type area (GB/T 9704-2012 7.3.5.1, 7.3.5.2), in 字 and by the
/// nominal widths of characters: the program that shows it has faces of its own.
struct SignaturePlace {
    /// One for each name.
    var namesRight: [Double]
    var dateRight: Double

    /// - Parameter cell: 字, in points.
    init(_ signature: Signature, style: SignatureStyle, cell: Double) {
        let widths = signature.signers.map(\.ems)
        let widest = widths.max() ?? 0
        let date = signature.date.officialText.ems
        if signature.sealed || !signature.signatories.isEmpty {
            dateRight = style.sealedDateRight / cell
            let middle = dateRight + date / 2
            namesRight = widths.map { max(0, middle - $0 / 2) }
            return
        }
        let (nameRight, shift) = (style.nameRight / cell, style.dateShift / cell)
        let right: Double
        if date <= widest || widths.isEmpty {
            right = nameRight
            dateRight = widths.isEmpty ? nameRight : max(0, nameRight + widest - shift - date)
        } else {
            // The date is the longer of the two: it has the name's indent, and the name begins before it.
            right = nameRight + date + shift - widest
            dateRight = nameRight
        }
        // Names of a joint report begin one below the other.
        namesRight = widths.map { right + widest - $0 }
    }
}

extension Signature {
    /// The bodies; where name seals stand instead, the posts and names of those who sign (7.3.5.3).
    var signers: [String] {
        signatories.isEmpty ? names : signatories.map { "\($0.title)\u{3000}\u{3000}\($0.name)" }
    }
}
