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
        guard let dateLine = tail.dateLine else { return nil }
        guard let date = tail.date else {
            sink.error(
                "value.date", zh: "成文日期“\(dateLine.text)”不存在",
                en: "the date “\(dateLine.text)” does not exist",
                at: Place(file: file, line: dateLine.number, path: "signature.date"))
            return nil
        }
        let names = tail.inlineName.map { [$0] } ?? tail.names.map(\.text)
        guard !names.isEmpty else {
            keep(
                [dateLine], "import.date-without-name", zh: "成文日期上面没有署名", en: "the date has no name above it")
            return nil
        }
        locate("signature", line: tail.names.first?.number ?? dateLine.number)
        locate("signature.date", line: dateLine.number)
        for index in names.indices {
            let line = tail.names.indices.contains(index) ? tail.names[index] : dateLine
            locate("signature.names[\(index)]", line: line.number)
        }
        return Signature(names: names, date: date, sealed: false)
    }
}
