internal import ReportForms
internal import ReportModel

/// What a column of a sheet holds.
enum SheetColumn: Hashable, Sendable {
    /// A value of the report by its path: `agency`, `signature.date` …
    case value(String)
    /// The template of the row.
    case template
    /// 县（市、区）, for names of files.
    case county
    /// Text for the template, under this name.
    case text(String)
    case figure(FigureKey)
    /// Not named: nothing may stand in it.
    case none

    var isFigure: Bool { if case .figure = self { true } else { false } }

    /// Values that a column may give, by all that it may be called.
    private static let values: [(path: String, names: [String])] = [
        ("agency", ["机关名称", "机关", "单位", "单位名称"]), ("year", ["年度", "年份"]), ("title", ["标题"]),
        ("signature.name", ["署名"]), ("signature.date", ["成文日期", "日期"]),
        ("contact.sentence", ["联系语句"]), ("contact.telephone", ["联系电话", "电话"]),
    ]

    /// The columns of a form by the names that they go by: keys, and the labels of the form.
    struct Names {
        private var columns: [String: SheetColumn] = [:]
        /// Keys, for suggestions.
        let keys: [String]

        init(_ form: Form) {
            for (path, names) in SheetColumn.values {
                for name in [path] + names { columns[Self.plain(name)] = .value(path) }
            }
            for name in ["template", "模板"] { columns[name] = .template }
            for name in ["county", "县", "县市区"] { columns[name] = .county }
            for table in form.tables {
                for key in table.figureKeys {
                    for name in [key.description, key.path, table.cellName(of: key)] {
                        columns[Self.plain(name)] = .figure(key)
                    }
                }
            }
            keys =
                SheetColumn.values.map(\.path) + ["template", "county"]
                + form.tables.flatMap { $0.figureKeys.map(\.description) }
        }

        /// Nil where nothing goes by the name.
        func column(named name: String) -> SheetColumn? {
            if name.allSatisfy(\.isWhitespace) { return SheetColumn.none }
            if let prefix = ["text.", "文字."].first(where: name.hasPrefix), name.count > prefix.count {
                return .text(String(name.dropFirst(prefix.count)))
            }
            return columns[Self.plain(name)]
        }

        /// Letters and digits alone: how a label is punctuated does not matter.
        private static func plain(_ name: String) -> String {
            String(name.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
        }
    }
}
