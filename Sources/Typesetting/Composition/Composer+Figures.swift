internal import ReportForms
internal import ReportModel

extension Composer {
    /// - Throws: an error for every picture that no words describe: those who do not see it would not know of it.
    func requireAlternatives() throws(DiagnosticsError) {
        let problems = report.narrative.compactMap { path, block -> Diagnostic? in
            guard case .figure(let illustration) = block, illustration.description == nil else { return nil }
            return Diagnostic(
                "figure.no-alternative", .error,
                Localized(
                    zh: "图片“\(illustration.path)”没有文字说明，看不见图的人无从得知它的内容",
                    en: "no words say what the image “\(illustration.path)” shows to those who do not see it"),
                at: Place(path: path),
                hint: Localized(
                    zh: "写上 alternative（说明图中的内容）或 caption（图题）；--pdf plain 不作此要求",
                    en:
                        "give it an “alternative” that says what it shows, or a “caption”; “--pdf plain” does not ask for it"
                ))
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
    }

    func figure(_ illustration: Illustration, path: String) throws(DiagnosticsError) -> [ComposedBlock] {
        guard let image = images[illustration.path] else {
            throw DiagnosticsError(
                Diagnostic(
                    "figure.missing", .error,
                    Localized(zh: "没有图片“\(illustration.path)”", en: "no image “\(illustration.path)”"),
                    at: Place(path: path)))
        }
        // A pixel is a 96th of an inch unless the report says how wide the picture is.
        let width = min(illustration.width.map { $0 * 72 / 25.4 } ?? image.width * 0.75, style.typeArea.width)
        let height = width * image.height / image.width
        let scale = min(1, tallest / height)
        let caption = illustration.caption.map { captions.number($0, .figure, path: path) }
        let picture = ComposedImage(
            source: image, width: width * scale, height: height * scale,
            alternative: illustration.description, hasCaption: caption != nil)
        return [.image(picture)] + below(caption, path: path)
    }

    func chart(_ chart: Chart, path: String) throws(DiagnosticsError) -> [ComposedBlock] {
        let caption = chart.caption.map { captions.number($0, .figure, path: path) }
        let height = chart.height.map { $0 * 72 / 25.4 } ?? style.chart.height
        let composed = try ComposedChart(
            chart, figures: report.figures, caption: caption, height: min(height, tallest), path: path)
        return [.chart(composed)] + below(caption, path: path)
    }

    func table(_ table: NarrativeTable, path: String) throws(DiagnosticsError) -> [ComposedBlock] {
        let title = table.caption.map {
            caption(captions.number($0, .table, path: path), role: .captionAbove, path: path)
        }
        return [title, .table(try TableGrid(flowing: table, path: path), path: path)].compactMap { $0 }
    }

    /// What stands on a page with a line for its caption.
    private var tallest: Double { style.typeArea.height - 2 * style.typeArea.pitch }

    private func below(_ text: String?, path: String) -> [ComposedBlock] {
        text.map { [caption($0, role: .captionBelow, path: path)] } ?? []
    }

    private func caption(_ text: String, role: ParagraphRole, path: String) -> ComposedBlock {
        .paragraph(
            ComposedParagraph(
                spans: [TextSpan(text, style.text.caption)], alignment: .center, keepWithNext: role == .captionAbove,
                role: role, path: "\(path).caption"))
    }
}

extension Illustration {
    /// What it shows, in words; nil where the report has none.
    fileprivate var description: String? {
        [alternative, caption].compactMap { $0 }.first { !$0.allSatisfy(\.isWhitespace) }
    }
}
