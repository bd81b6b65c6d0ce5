/// An annual report of government information disclosure (政府信息公开工作年度报告), as content:
/// what it says and reports, nothing of how it looks.
public struct Report: Hashable, Sendable, Codable {
    /// The body that reports, as the title names it, e.g. 滕州市柴胡店镇.
    public var agency: String
    /// The year reported on.
    public var year: Int
    /// What the figures cover; customarily the calendar year.
    public var period: Period
    /// The full title. A `|` marks where a line must end; it is not part of the text.
    public var title: String
    /// The form the figures are reported in; nil lets the labels or the keys decide.
    public var form: FormID?
    /// What stands between the title and the first section.
    public var lead: [Block]
    public var sections: [Section]
    public var figures: Figures
    /// The sentence that says whom to ask, after the last section.
    public var contact: Contact?
    public var signature: Signature?
    public var attachments: [Attachment]
    public var archive: ArchiveRecord?
    /// What an importer found in the source and could not place. Never printed, never dropped.
    public var unplaced: [UnplacedText]

    public init(
        agency: String, year: Int, period: Period, title: String, form: FormID? = nil,
        lead: [Block] = [], sections: [Section] = [], figures: Figures = Figures(),
        contact: Contact? = nil, signature: Signature? = nil, attachments: [Attachment] = [],
        archive: ArchiveRecord? = nil, unplaced: [UnplacedText] = []
    ) {
        self.agency = agency
        self.year = year
        self.period = period
        self.title = title
        self.form = form
        self.lead = lead
        self.sections = sections
        self.figures = figures
        self.contact = contact
        self.signature = signature
        self.attachments = attachments
        self.archive = archive
        self.unplaced = unplaced
    }

    /// The title without its `|` marks, for metadata and file names.
    public var plainTitle: String { title.filter { $0 != "|" } }
}

/// A section of the report (一、…). The statutory table of a section is part of its form;
/// `Block.statutoryTable` says where it stands among the narrative, else it comes last.
public struct Section: Hashable, Sendable, Codable {
    public var key: SectionKey
    /// The heading without its number; nil takes the form's wording.
    public var heading: String?
    public var content: [Block]

    public init(key: SectionKey, heading: String? = nil, content: [Block] = []) {
        self.key = key
        self.heading = heading
        self.content = content
    }
}

/// The sentence that says whom to ask.
public struct Contact: Hashable, Sendable, Codable {
    /// The sentence as it is printed.
    public var sentence: String
    /// The telephone number in it, for those who want only that.
    public var telephone: String?

    public init(sentence: String, telephone: String? = nil) {
        self.sentence = sentence
        self.telephone = telephone
    }
}

/// 落款: who signs and when (GB/T 9704-2012 7.3.5).
public struct Signature: Hashable, Sendable, Codable {
    /// 署名: one body, or the bodies of a joint report in issuing order.
    public var names: [String]
    /// 成文日期.
    public var date: CalendarDate
    /// Whether the paper will bear a seal: decides the indents (7.3.5.1 or 7.3.5.2).
    public var sealed: Bool
    /// 签发人, one a body: where there are any, their name seals stand instead of the bodies’ names (7.3.5.3).
    public var signatories: [Signatory]

    public init(names: [String], date: CalendarDate, sealed: Bool = false, signatories: [Signatory] = []) {
        self.names = names
        self.date = date
        self.sealed = sealed
        self.signatories = signatories
    }

    /// Who has a seal in the signature: the bodies, or those who sign for them.
    public var sealBearers: [String] { signatories.isEmpty ? names : signatories.map(\.name) }
}

/// 签发人: who signs for a body by a name seal (签名章).
public struct Signatory: Hashable, Sendable, Codable {
    /// The full title of the post, e.g. 镇长.
    public var title: String
    /// What the seal says. Not printed: the seal is.
    public var name: String

    public init(title: String, name: String) {
        self.title = title
        self.name = name
    }
}

/// 附件: named below the body (附件说明) and, where it has content, set on pages of its own.
public struct Attachment: Hashable, Sendable, Codable {
    public var title: String
    public var content: [Block]

    public init(title: String, content: [Block] = []) {
        self.title = title
        self.content = content
    }
}

/// 归档 data after DA/T 22-2015; every field may still be open.
public struct ArchiveRecord: Hashable, Sendable, Codable {
    /// 全宗号
    public var fonds: String?
    /// 年度
    public var year: Int?
    /// 件号
    public var item: Int?
    /// 机构（问题）
    public var organisation: String?
    /// 保管期限: 永久, 30年, 10年.
    public var retention: String?
    /// 页数
    public var pages: Int?

    public init(
        fonds: String? = nil, year: Int? = nil, item: Int? = nil, organisation: String? = nil,
        retention: String? = nil, pages: Int? = nil
    ) {
        self.fonds = fonds
        self.year = year
        self.item = item
        self.organisation = organisation
        self.retention = retention
        self.pages = pages
    }
}

/// Text of a source that an importer could not place.
public struct UnplacedText: Hashable, Sendable, Codable {
    public var text: String
    /// The line it stood on, from 1.
    public var line: Int?

    public init(text: String, line: Int? = nil) {
        self.text = text
        self.line = line
    }
}
