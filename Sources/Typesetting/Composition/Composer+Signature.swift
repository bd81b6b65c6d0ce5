internal import ReportForms
internal import ReportModel

extension Composer {
    /// Who signs the finished file: the bodies first, who answer for the whole.
    var signers: [String] {
        (sealing.hasFields ? report.signature?.signers ?? [report.agency] : []) + sealing.countersigners
    }

    /// - Throws: `DiagnosticsError` where a seal has no size, or has the shape of none.
    func compose(_ signature: Signature) throws(DiagnosticsError) -> ComposedSignature {
        precondition(
            sealing.pictures.isEmpty || sealing.pictures.count == signature.sealBearers.count, "each bearer has a seal")
        var seals: [ComposedSeal] = []
        var problems: [Diagnostic] = []
        for (bearer, picture) in zip(signature.sealBearers, sealing.pictures) {
            do throws(DiagnosticsError) {
                seals.append(
                    try signature.signatories.isEmpty ? seal(of: bearer, picture) : nameSeal(of: bearer, picture))
            } catch {
                problems += error.diagnostics
            }
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        return ComposedSignature(signature, seals: seals, hasFields: sealing.hasFields)
    }

    /// A body's seal is round, and as large as its rank has it.
    private func seal(of body: String, _ picture: SealPicture) throws(DiagnosticsError) -> ComposedSeal {
        guard let diameter = sealing.diameter ?? style.signature.seal.diameter(of: body) else {
            throw DiagnosticsError(SealProblem.noSize(body))
        }
        guard (0.95...1.05).contains(picture.proportion) else { throw DiagnosticsError(SealProblem.notRound(picture)) }
        return ComposedSeal(
            picture: picture, width: diameter / max(1, picture.proportion),
            height: diameter * min(1, picture.proportion), alternative: "\(body)印章的图样")
    }

    private func nameSeal(of name: String, _ picture: SealPicture) -> ComposedSeal {
        let height = style.signature.nameSeal.height
        return ComposedSeal(
            picture: picture, width: height / picture.proportion, height: height, alternative: "\(name)签名章的图样")
    }

    /// A warning for each seal that has another size than is prescribed.
    var sealFindings: [Diagnostic] {
        guard let diameter = sealing.diameter, !sealing.pictures.isEmpty, let signature = report.signature,
            signature.signatories.isEmpty
        else { return [] }
        return signature.names.compactMap { body in
            guard let prescribed = style.signature.seal.diameter(of: body), abs(prescribed - diameter) > 0.5 else {
                return nil
            }
            return SealProblem.otherSize(body, diameter, prescribed: prescribed)
        }
    }
}

extension Signature {
    /// Those whose fields are in the finished file, as readers call them.
    fileprivate var signers: [String] {
        signatories.isEmpty ? names : signatories.map { $0.title + $0.name }
    }
}
