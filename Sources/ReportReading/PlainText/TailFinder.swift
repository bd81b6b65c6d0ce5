internal import ReportModel

/// What stands below the last section: the sentence that says whom to ask, names and date.
struct TailFinder {
    struct Tail {
        /// Lines of the last section that are narrative still.
        var body: ArraySlice<SourceLine>
        var contact: SourceLine?
        var names: [SourceLine] = []
        var dateLine: SourceLine?
        var dated: SignatureLine?
        /// 附件说明: each title without its number, and its line.
        var attachments: [(title: String, line: Int)] = []
        /// Whether they are named below the date.
        var attachmentsAreLast = false
        /// Whether the names stand below the date.
        var namesAreLast = false
        /// Lines below the date.
        var after: [SourceLine] = []
    }

    static func find(in lines: ArraySlice<SourceLine>) -> Tail {
        var tail = Tail(body: lines)
        let dates = lines.indices.compactMap { index in SignatureLine(lines[index]).map { (index, $0) } }
        // A date in figures alone may be the page's own.
        if let (index, dated) = dates.last(where: { $0.1.isInWords }) ?? dates.last {
            tail.dateLine = lines[index]
            tail.dated = dated
            tail.after = lines[(index + 1)...].filter { !$0.isBlank }
            tail.body = lines[..<index]
            if dated.name.isEmpty { takeNames(&tail) }
        }
        takeAttachments(&tail)
        takeContact(&tail)
        if tail.attachments.isEmpty { takeAttachments(&tail) }
        return tail
    }

    /// The line above the date is a name if it is no sentence; those above it if they are names of bodies.
    /// Else the names of bodies below it.
    private static func takeNames(_ tail: inout Tail) {
        while let index = tail.body.lastIndex(where: { !$0.isBlank }) {
            let line = tail.body[index]
            let isName = tail.names.isEmpty ? BodyName.isName(line.text) : BodyName.isBody(line.text)
            guard isName, SignatureLine(line) == nil else { break }
            tail.names.insert(line, at: 0)
            tail.body = tail.body[..<index]
        }
        guard tail.names.isEmpty else { return }
        tail.names = Array(tail.after.prefix { BodyName.isBody($0.text) })
        tail.after.removeFirst(tail.names.count)
        tail.namesAreLast = !tail.names.isEmpty
    }

    /// Above the signature, where nothing but it follows; else below.
    private static func takeAttachments(_ tail: inout Tail) {
        if let first = tail.body.lastIndex(where: { Self.beginsAttachments($0) }),
            let note = AttachmentNote(tail.body[first...]), first + note.length >= tail.body.endIndex
        {
            tail.attachments = note.titles
            tail.body = tail.body[..<first]
        } else if let first = tail.after.firstIndex(where: { Self.beginsAttachments($0) }),
            let note = AttachmentNote(tail.after[first...])
        {
            tail.attachments = note.titles
            tail.after.removeSubrange(first..<(first + note.length))
            tail.attachmentsAreLast = true
        }
    }

    private static func beginsAttachments(_ line: SourceLine) -> Bool {
        line.text.hasPrefix("附件") && (AttachmentNote([line]) != nil || line.text.wholeMatch(of: #/附件[：:]/#) != nil)
    }

    private static func takeContact(_ tail: inout Tail) {
        if let index = tail.body.lastIndex(where: { !$0.isBlank }), isContact(tail.body[index].text) {
            tail.contact = tail.body[index]
            tail.body = tail.body[..<index]
        } else if let index = tail.after.firstIndex(where: { isContact($0.text) }) {
            tail.contact = tail.after.remove(at: index)
        }
    }

    private static func isContact(_ text: String) -> Bool {
        text.contains("联系") && (text.contains("报告") || text.contains("年报"))
            && ["疑问", "意见", "建议", "问题", "疑义"].contains { text.contains($0) } && Numbering.split(text) == nil
    }

    /// The first telephone number of a sentence.
    static func telephone(in text: String) -> String? {
        text.firstMatch(
            of: #/(?:0[0-9]{2,3}[-—－ ]?)?[0-9]{7,8}|1[0-9]{10}|[48]00[-—－ ]?[0-9]{3,4}[-—－ ]?[0-9]{3,4}/#
        )
        .map { String($0.0) }
    }
}
