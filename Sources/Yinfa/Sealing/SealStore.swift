internal import CairoDrawing
internal import PDFFinishing
internal import PangoShaping
internal import ReportModel
internal import ReportReading
internal import Typesetting

/// The pictures of seals that reports bear, each read and looked at once.
final class SealStore {
    private let source: SealSource
    private let drawing: SealDrawing
    private let finder = SealFinder()
    private var pictures: [String: SealPicture] = [:]
    /// By the paths of the pictures, and their sizes.
    private var appearances: [String: [UInt8]] = [:]
    /// What was found in pictures that are good enough, by their paths.
    private var findings: [String: [Diagnostic]] = [:]

    /// More than this a batch's bodies do not have in turn; then it begins anew.
    private static let capacity = 64

    init(_ source: SealSource, shaper: PangoShaper) {
        self.source = source
        drawing = SealDrawing(shaper: shaper)
    }

    /// The pictures for a signature's bearers, in their order.
    /// - Throws: `DiagnosticsError` with every seal that is missing, or is no picture of one.
    func pictures(for signature: Signature?) throws(DiagnosticsError) -> Diagnosed<[SealPicture]> {
        guard let signature else { throw DiagnosticsError(SealFileProblem.noSignature) }
        var found: [SealPicture] = []
        var problems: [Diagnostic] = []
        var told: [Diagnostic] = []
        for path in try paths(for: signature.sealBearers) {
            do throws(DiagnosticsError) {
                found.append(try picture(path))
                told += (findings[path] ?? []).filter { !told.contains($0) }
            } catch {
                problems += error.diagnostics
            }
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        return Diagnosed(found, told)
    }

    /// The files of those pictures, for who has to know whether they have changed.
    func paths(for bearers: [String]) throws(DiagnosticsError) -> [String] {
        switch source {
        case .file(let path):
            guard bearers.count == 1 else { throw DiagnosticsError(SealFileProblem.oneForSeveral(bearers)) }
            return [path]
        case .folder(let folder): return try finder.paths(for: bearers, in: folder)
        }
    }

    /// The appearance of a field with a seal: a PDF file with it on its one page.
    func appearance(_ seal: PlacedSeal) throws(DiagnosticsError) -> [UInt8] {
        let image = seal.picture.image
        if image.format == .pdf { return image.bytes }
        let key = "\(seal.frame.width) \(seal.frame.height) \(seal.picture.file)"
        if let known = appearances[key] { return known }
        if appearances.count >= Self.capacity { appearances = [:] }
        let pdf = try drawing.pdf(image, width: seal.frame.width, height: seal.frame.height)
        appearances[key] = pdf
        return pdf
    }

    // MARK: Pictures

    private func picture(_ path: String) throws(DiagnosticsError) -> SealPicture {
        if let known = pictures[path] { return known }
        if pictures.count >= Self.capacity { (pictures, findings) = ([:], [:]) }
        let bytes = try FileBytes.read(path: path, limit: SealPicture.sizeLimit)
        let picture = try bytes.starts(with: "%PDF-".utf8) ? document(bytes, path) : image(bytes, path)
        pictures[path] = picture
        return picture
    }

    private func document(_ bytes: [UInt8], _ path: String) throws(DiagnosticsError) -> SealPicture {
        let seal = try SealFile(bytes, file: path)
        return SealPicture(ImageSource(pageOf: bytes, width: seal.width, height: seal.height), file: path)
    }

    private func image(_ bytes: [UInt8], _ path: String) throws(DiagnosticsError) -> SealPicture {
        let image: ImageSource
        do throws(ImageProblem) {
            image = try ImageSource(bytes: bytes)
            guard image.canBeDrawn else { throw .damaged }
        } catch {
            throw DiagnosticsError(SealFileProblem.unreadable(path, error))
        }
        guard image.format != .jpeg else { throw DiagnosticsError(SealFileProblem.opaque(path)) }
        let survey = try drawing.survey(image)
        if survey.paper > 0.1 { throw DiagnosticsError(SealFileProblem.opaque(path)) }
        if survey.ink < 0.005 { throw DiagnosticsError(SealFileProblem.empty(path)) }
        findings[path] = survey.red < survey.ink / 2 ? [SealFileProblem.notRed(path)] : nil
        return SealPicture(image, file: path)
    }
}

extension SealPicture {
    /// Of its file, in bytes. A seal at 1200 dots an inch has less than a quarter of it.
    fileprivate static var sizeLimit: Int { 8 << 20 }
}
