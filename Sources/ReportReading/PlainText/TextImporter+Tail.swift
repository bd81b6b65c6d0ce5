internal import ReportForms
internal import ReportModel

extension TextImporter {
    func readContact(_ tail: TailFinder.Tail) -> Contact? {
        guard let line = tail.contact else { return nil }
        locate("contact", line: line.number)
        locate("contact.sentence", line: line.number)
        if !Sentence.isClosed(line.text) {
            sink.add(
                Diagnostic(
                    "import.sentence-unclosed", .note,
                    Localized(zh: "句末没有标点，照原文保留", en: "the sentence has no stop at its end; kept as it is"),
                    at: Place(file: file, line: line.number)))
        }
        return Contact(sentence: line.text, telephone: TailFinder.telephone(in: line.text))
    }

    func readSignature(_ tail: TailFinder.Tail) -> Signature? {
        guard let dateLine = tail.dateLine, let dated = tail.dated else { return nil }
        guard let date = dated.date else {
            sink.error(
                "value.date", zh: "没有“\(dated.dateText)”这一天",
                en: "there is no such day as “\(dated.dateText)”",
                at: Place(file: file, line: dateLine.number, path: "signature.date"))
            return nil
        }
        let lines = dated.name.isEmpty ? tail.names : [dateLine]
        let names = dated.name.isEmpty ? tail.names.map { SealMark.removed(from: $0.text) } : [dated.name]
        guard !names.isEmpty else {
            keep(
                [dateLine], "import.date-without-name", zh: "成文日期上面没有署名", en: "the date has no name above it")
            return nil
        }
        noteRepairs(tail, dated, date, dateLine, lines)
        locate("signature", line: min(lines[0].number, dateLine.number))
        locate("signature.date", line: dateLine.number)
        for (index, line) in lines.enumerated() { locate("signature.names[\(index)]", line: line.number) }
        return Signature(names: names, date: date, sealed: false)
    }

    private func noteRepairs(
        _ tail: TailFinder.Tail, _ dated: SignatureLine, _ date: CalendarDate, _ dateLine: SourceLine,
        _ names: [SourceLine]
    ) {
        if dated.dateText != date.officialText {
            note(
                "import.date-form", zh: "成文日期“\(dated.dateText)”改为“\(date.officialText)”",
                en: "the date “\(dated.dateText)” was made “\(date.officialText)”", dateLine.number)
        }
        if tail.namesAreLast || dated.nameIsLast {
            note(
                "import.date-above-name", zh: "成文日期移到署名之下", en: "moved the date below the name",
                dateLine.number)
        }
        for line in names where line.text.contains(#/章\s*[）)]/#) {
            note(
                "import.seal-mark-removed", zh: "去掉署名后的“（盖章）”一类字样",
                en: "removed the mark for a seal after the name",
                line.number,
                hint: Localized(
                    zh: "要在纸上盖章的，在报告文件的 signature 中写 sealed: true",
                    en:
                        "where the paper will bear a seal, write sealed: true under signature in the report file"
                ))
        }
    }

    /// 附件说明 stands above the signature, wherever the source had it.
    func readAttachments(
        _ tail: TailFinder.Tail, _ pages: AttachmentPages, _ reader: TextTableReader, _ outcome: TableOutcome
    ) -> [Attachment] {
        for (index, item) in tail.attachments.enumerated() {
            locate("attachments[\(index)]", line: item.line)
        }
        if tail.attachmentsAreLast, let first = tail.attachments.first {
            note(
                "import.attachments-moved", zh: "附件说明移到署名之上",
                en: "moved the list of attachments above the signature",
                first.line)
        }
        let titles = tail.attachments.map(\.title) + pages.titles.dropFirst(tail.attachments.count).map(\.title)
        return titles.enumerated().map { index, title in
            let path = "attachments[\(index)]"
            guard pages.titles.indices.contains(index) else { return Attachment(title: title) }
            let page = pages.titles[index]
            if index >= tail.attachments.count {
                locate(path, line: page.line)
            } else if LabelText.normalized(page.title) != LabelText.normalized(title) {
                sink.warning(
                    "import.attachment-title", zh: "附件说明中是“\(title)”，附件上是“\(page.title)”，按附件说明处理",
                    en: "listed as “\(title)”, headed “\(page.title)”; taken as it is listed",
                    at: Place(file: file, line: page.line))
            }
            return Attachment(
                title: title,
                content: narrative(parts(of: page.content, reader), "\(path).content", outcome, section: nil))
        }
    }

    /// - Parameter last: the last section, with everything below it.
    func reportMissingSignature(_ tail: TailFinder.Tail, in last: ArraySlice<SourceLine>) {
        guard tail.dateLine == nil else { return }
        sink.warning(
            "signature.missing", zh: "文末没有找到署名和成文日期；那里的文字都按正文处理",
            en: "no signature with its date was found at the end; what stands there is taken for text",
            at: Place(file: file, line: last.last { !$0.isBlank }?.number, path: "signature"),
            hint: Localized(
                zh: "文末写两行：机关名称，和成文日期（如 2023年1月29日）",
                en: "end with two lines: the name of the body, and the date (as 2023年1月29日)"))
    }

    func note(_ id: Diagnostic.ID, zh: String, en: String, _ line: Int, hint: Localized? = nil) {
        sink.add(
            Diagnostic(id, .note, Localized(zh: zh, en: en), at: Place(file: file, line: line), hint: hint))
    }
}
