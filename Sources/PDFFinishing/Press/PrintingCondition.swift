internal import CLCMS
public import ReportForms
public import ReportModel

/// What is printed on, with which inks: an ICC profile, and what it is known by. Separates colours into inks.
///
/// Holds a C object: one a worker.
public final class PrintingCondition {
    let identifier: String
    let info: String
    let registry: String?
    let profile: [UInt8]
    private let transform: cmsHTRANSFORM

    /// - Parameters:
    ///   - profile: an ICC profile of a printer in four inks.
    ///   - condition: what it is known by; nil for a profile that is in no registry and says itself what it is.
    ///   - file: the profile's name in diagnostics.
    /// - Throws: `DiagnosticsError` with `press.profile-kind` where it is a profile of something else, with
    ///   `press.profile-version` where PDF/X-4 knows none of its kind, and with `press.profile-damaged` where it is none.
    public init(profile: [UInt8], known condition: PressStyle.Condition?, file: String) throws(DiagnosticsError) {
        guard profile.count > 128, profile[36..<40].elementsEqual("acsp".utf8) else {
            throw ProfileProblem.damaged.error(file)
        }
        guard profile[12..<20].elementsEqual("prtrCMYK".utf8) else {
            throw ProfileProblem.kind(String(decoding: profile[12..<20], as: UTF8.self)).error(file)
        }
        // Those that PDF 1.6 knows; a file of version 5 is of another kind.
        guard [2, 4].contains(profile[8]) else { throw ProfileProblem.version(profile[8]).error(file) }
        guard let inks = PrintingCondition.open(profile) else { throw ProfileProblem.damaged.error(file) }
        defer { cmsCloseProfile(inks) }
        guard let screen = PrintingCondition.open(SRGBProfile.bytes) else { preconditionFailure("our own profile") }
        defer { cmsCloseProfile(screen) }
        guard let transform = yinfa_rgb_to_cmyk(screen, inks) else { throw ProfileProblem.damaged.error(file) }
        self.transform = transform
        self.profile = profile
        identifier = condition?.identifier ?? "Custom"
        info = condition?.info ?? PrintingCondition.description(of: inks)
        registry = condition?.registry
    }

    deinit { cmsDeleteTransform(transform) }

    /// The inks of a colour.
    func inks(of colour: ScreenColour) -> Inks {
        if let fixed = colour.fixedInks { return fixed }
        let levels = [colour.red, colour.green, colour.blue].map { UInt8((min(max($0, 0), 1) * 255).rounded()) }
        let inks = separate(levels).map { Double($0) / 255 }
        return Inks(cyan: inks[0], magenta: inks[1], yellow: inks[2], black: inks[3])
    }

    /// Pixels of three bytes as pixels of four.
    func separate(_ pixels: [UInt8]) -> [UInt8] {
        let count = pixels.count / 3
        return [UInt8](unsafeUninitializedCapacity: 4 * count) { buffer, filled in
            cmsDoTransform(transform, pixels, buffer.baseAddress, cmsUInt32Number(count))
            filled = 4 * count
        }
    }

    /// An output intent with the profile (ISO 32000-1 14.11.5).
    func outputIntent(in file: inout PDFFile) -> PDFText {
        let stream = file.addStream(file.deflate.compress(profile), "/N 4/Alternate/DeviceCMYK/Filter/FlateDecode")
        var text = PDFText("<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(\(identifier))/Info")
        text.append(string: info)
        if let registry {
            text.append("/RegistryName")
            text.append(string: registry)
        }
        text.append("/DestOutputProfile \(stream) 0 R>>")
        return text
    }

    private static func open(_ profile: [UInt8]) -> cmsHPROFILE? {
        cmsOpenProfileFromMem(profile, cmsUInt32Number(profile.count))
    }

    private static func description(of profile: cmsHPROFILE) -> String {
        var text = [CChar](repeating: 0, count: 256)
        cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", &text, cmsUInt32Number(text.count))
        let known = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return known.isEmpty ? "Custom" : known
    }
}

/// Why a file is no profile of a printing condition.
private enum ProfileProblem {
    case damaged
    /// Eight letters: what device it is of, and its colours.
    case kind(String)
    case version(UInt8)

    func error(_ file: String) -> DiagnosticsError {
        switch self {
        case .damaged:
            DiagnosticsError(
                Diagnostic(
                    "press.profile-damaged", .error,
                    Localized(zh: "这不是 ICC 特性文件，或已损坏", en: "this is no ICC profile, or it is damaged"),
                    at: Place(file: file),
                    hint: Localized(zh: "请向印厂重新索取", en: "get it again from the printer")))
        case .version(let version):
            DiagnosticsError(
                Diagnostic(
                    "press.profile-version", .error,
                    Localized(
                        zh: "ICC 特性文件是第 \(version) 版，PDF/X-4 只用第 2 版和第 4 版",
                        en: "the ICC profile is of version \(version); PDF/X-4 takes 2 and 4"),
                    at: Place(file: file),
                    hint: Localized(zh: "请向印厂索取第 2 版或第 4 版的", en: "ask the printer for one of version 2 or 4")))
        case .kind(let kind):
            DiagnosticsError(
                Diagnostic(
                    "press.profile-kind", .error,
                    Localized(
                        zh: "要的是四色印刷的特性文件（prtr、CMYK），这个是“\(kind)”",
                        en: "a profile of a printer in four inks is wanted (prtr, CMYK); this is “\(kind)”"),
                    at: Place(file: file),
                    hint: Localized(
                        zh: "请用印厂给的输出特性文件，如 FOGRA39、Japan Color",
                        en: "use the output profile that the printer gives, such as FOGRA39 or Japan Color")))
        }
    }
}
