internal import ReportForms
internal import ReportModel

extension StructuredReader {
    func readSections(_ node: LocatedNode, form: Form?) -> [Section] {
        guard let fields = FieldReader(node, sink) else { return [] }
        let known = (form.map { [$0] } ?? forms).flatMap { $0.sections.map(\.key.rawValue) }
        return fields.allEntries.compactMap { entry in
            guard known.contains(entry.key) else {
                sink.error(
                    "section.unknown", zh: "格式中没有“\(entry.key)”这一节",
                    en: "the form has no section “\(entry.key)”",
                    at: Place(entry.keyLocation, path: "sections.\(entry.key)"),
                    hint: Spelling.hint(for: entry.key, among: known))
                return nil
            }
            let path = "sections.\(entry.key)"
            sources.locations[path] = entry.keyLocation
            return readSection(entry.value, SectionKey(rawValue: entry.key), path)
        }
    }

    private func readSection(_ node: LocatedNode, _ key: SectionKey, _ path: String) -> Section? {
        switch node.content {
        case .null: return Section(key: key)
        case .sequence: return Section(key: key, content: blocks(node, "\(path).content"))
        case .mapping:
            guard let fields = FieldReader(node, sink) else { return nil }
            let heading = fields.node("heading").flatMap { text($0, "\(path).heading", limit: 200) }
            let content = fields.node("content").map { blocks($0, "\(path).content") } ?? []
            fields.finish()
            return Section(key: key, heading: heading, content: content)
        case .scalar:
            node.expected(
                Localized(
                    zh: "段落等内容的列表（每项以“- ”开头），或 heading:、content: 两项",
                    en: "a list of blocks (each begins with “- ”), or a mapping of heading and content"), sink
            )
            return nil
        }
    }

    func readContact(_ node: LocatedNode) -> Contact? {
        note(node, "contact")
        guard case .mapping = node.content else {
            return text(node, "contact.sentence").map { Contact(sentence: $0) }
        }
        guard let fields = FieldReader(node, sink) else { return nil }
        let sentence = fields.requiredNode("sentence", name: "联系语句").flatMap { text($0, "contact.sentence") }
        let telephone = fields.node("telephone").flatMap { text($0, "contact.telephone", limit: 60) }
        fields.finish()
        return sentence.map { Contact(sentence: $0, telephone: telephone) }
    }

    func readSignature(_ node: LocatedNode) -> Signature? {
        note(node, "signature")
        guard let fields = FieldReader(node, sink) else { return nil }
        let name = fields.node("name")
        let names = fields.node("names")
        let date = fields.requiredNode("date", name: "成文日期").flatMap { self.date($0, "signature.date") }
        let sealed = fields.boolean("sealed") ?? false
        let signatories = fields.node("signatories").map(readSignatories) ?? []
        fields.finish()
        guard (name == nil) != (names == nil) else {
            sink.error(
                "signature.names", zh: "署名写 name（一个机关）或 names（联合发文的几个机关），二者取一",
                en: "a signature has either name (one body) or names (several)", at: node.place)
            return nil
        }
        let list = name.map { [$0] } ?? names?.sequence(sink) ?? []
        let bodies = list.enumerated().compactMap { text($1, "signature.names[\($0)]", limit: 100) }
        if names != nil, list.isEmpty, !sink.hasErrors {
            sink.error("value.empty", zh: "没有署名的机关", en: "no body signs", at: node.place)
        }
        if !signatories.isEmpty, signatories.count != bodies.count, !sink.hasErrors {
            sink.error(
                "signature.signatories",
                zh: "署名的机关有 \(bodies.count) 个，签发人有 \(signatories.count) 个",
                en: "\(bodies.count) bodies, and \(signatories.count) who sign for them",
                at: fields.node("signatories")?.place ?? node.place,
                hint: Localized(zh: "每个机关一个签发人，次序相同", en: "one for each body, in the same order"))
        }
        return date.map { Signature(names: bodies, date: $0, sealed: sealed, signatories: signatories) }
    }

    private func readSignatories(_ node: LocatedNode) -> [Signatory] {
        (node.sequence(sink) ?? []).enumerated().compactMap { index, item in
            let path = "signature.signatories[\(index)]"
            note(item, path)
            guard let fields = FieldReader(item, sink) else { return nil }
            let title = fields.requiredNode("title", name: "职务").flatMap { text($0, "\(path).title", limit: 100) }
            let name = fields.requiredNode("name", name: "姓名").flatMap { text($0, "\(path).name", limit: 100) }
            fields.finish()
            guard let title, let name else { return nil }
            return Signatory(title: title, name: name)
        }
    }

    func readAttachments(_ node: LocatedNode) -> [Attachment] {
        (node.sequence(sink) ?? []).enumerated().compactMap { index, item in
            let path = "attachments[\(index)]"
            note(item, path)
            guard let fields = FieldReader(item, sink) else { return nil }
            let title = fields.requiredNode("title", name: "附件标题").flatMap { text($0, "\(path).title", limit: 200) }
            let content = fields.node("content").map { blocks($0, "\(path).content") } ?? []
            fields.finish()
            return title.map { Attachment(title: $0, content: content) }
        }
    }

    func readArchive(_ node: LocatedNode) -> ArchiveRecord? {
        guard let fields = FieldReader(node, sink) else { return nil }
        let record = ArchiveRecord(
            fonds: fields.node("fonds").flatMap { text($0, "archive.fonds", limit: 40) },
            year: fields.integer("year", in: ReportBounds.years),
            item: fields.integer("item", in: 1...9_999_999),
            organisation: fields.node("organisation").flatMap { text($0, "archive.organisation", limit: 40) },
            retention: fields.node("retention").flatMap { text($0, "archive.retention", limit: 20) },
            pages: fields.integer("pages", in: 1...99_999))
        note(node, "archive")
        fields.finish()
        return record
    }

    func readUnplaced(_ node: LocatedNode) -> [UnplacedText] {
        (node.sequence(sink) ?? []).enumerated().compactMap { index, item in
            guard let fields = FieldReader(item, sink) else { return nil }
            let text = fields.requiredNode("text").flatMap { self.text($0, "unplaced[\(index)]") }
            let line = fields.integer("line", in: 1...Int(Int32.max))
            fields.finish()
            return text.map { UnplacedText(text: $0, line: line) }
        }
    }
}
