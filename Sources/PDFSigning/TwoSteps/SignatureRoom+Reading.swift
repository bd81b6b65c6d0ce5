internal import PDFReading
internal import ReportModel
internal import SwiftASN1

extension SignatureRoom {
    /// The room of a field’s signature; nil where it has none, or that does not cover all of the file.
    init?(of field: SignatureField, in file: [UInt8], _ document: PDFDocument) throws(DiagnosticsError) {
        guard let signature = field.signature else { return nil }
        let range = try document.items(signature["/ByteRange"]).compactMap(\.integer)
        guard range.count == 4, range[0] == 0, range[1] < range[2] - 2, range[2] <= file.count,
            range[3] == file.count - range[2], (range[2] - range[1]) % 2 == 0,
            file[range[1]] == UInt8(ascii: "<"), file[range[2] - 1] == UInt8(ascii: ">")
        else { return nil }
        self.init(file: file, digits: range[1] + 1..<range[2] - 1)
    }

    /// What lies in the room.
    var message: ContentInfo? { PaddedDER.value(digits: file[digits]).flatMap { try? ContentInfo(derEncoded: $0) } }
}
