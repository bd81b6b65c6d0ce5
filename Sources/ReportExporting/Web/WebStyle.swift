internal import ReportForms

/// The few rules of style that a page brings: the faces of the style, the measure of its grid. Columns have the widths of
/// the style and more where a figure needs it, which never goes over two lines.
enum WebStyle {
    static func rules(_ style: Style, _ fonts: FontBook) -> String {
        func face(_ role: FontRole) -> String { fonts.families(of: role).map { "\"\($0)\"" }.joined(separator: ",") }
        func size(_ text: TextStyle) -> String { Decimals.text(text.size) + "pt" }
        let headings = style.text.headings.enumerated().map { level, heading in
            "h\(level + 2){font-family:\(face(heading.face)),sans-serif;font-size:\(size(heading))}"
        }
        let area = style.typeArea
        func millimetres(_ lengths: Double...) -> String {
            lengths.map { Decimals.text($0 / 72 * 25.4) + "mm" }.joined(separator: " ")
        }
        let page = millimetres(style.paperWidth, style.paperHeight)
        let margins = millimetres(
            area.top, style.paperWidth - area.binding - area.width, style.paperHeight - area.top - area.height,
            area.binding)
        return """
            body{margin:0;color:#000;background:#fff;font:\(size(style.text.body))/1.875 \(face(style.text.body.face)),serif}
            article{max-width:\(style.typeArea.characters)em;margin:2em auto;padding:0 1em;overflow-wrap:break-word;overflow-x:auto}
            h1{font:normal \(size(style.text.title))/1.7 \(face(style.text.title.face)),serif;text-align:center;text-wrap:balance;margin:1em 0}
            h2,h3,h4,h5{font-weight:normal;margin:0;text-indent:2em;break-after:avoid}
            \(headings.joined(separator: "\n"))
            h2.centred{text-align:center;text-indent:0;margin:1em 0;font-family:\(face(style.text.title.face)),serif}
            p{margin:0;text-indent:2em;text-align:justify}
            em{font-style:normal;font-family:\(face(style.text.emphasis)),serif}
            strong{font-weight:normal;font-family:\(face(style.text.strong)),sans-serif}
            em.dots{font-family:inherit;text-emphasis:dot;text-emphasis-position:under right}
            sup,sub{line-height:0}
            table{width:100%;border-collapse:collapse;margin:.6em 0;border:.35mm solid;font:\(size(style.text.table))/1.4 \(face(style.text.table.face)),serif}
            thead{display:table-header-group}
            tr{break-inside:avoid}
            th,td{border:.25mm solid;padding:.3em .2em;font-weight:normal;text-align:center;text-indent:0;vertical-align:middle;overflow-wrap:normal}
            caption,figcaption{font:\(size(style.text.caption))/1.5 \(face(style.text.caption.face)),sans-serif;text-align:center;text-indent:0}
            figure{margin:.6em 0;text-align:center}
            img{max-width:100%;height:auto}
            .signature{margin-top:1.875em}
            .signature.sealed{margin-top:3.75em}
            .signature p{text-align:right;text-indent:0}
            .notes{margin-top:2em;border-top:1px solid;font-size:.75em}
            hr{border:0;margin:2em 0;break-after:page}
            @page{size:\(page);margin:\(margins)}
            @media print{article{max-width:none;margin:0;padding:0;overflow:visible}}

            """
    }
}

extension FontBook {
    /// The names of a role's official faces, the preferred one first; what the role is called where there is none.
    func families(of role: FontRole) -> [String] {
        let families = (roles[role]?.faces ?? []).compactMap { face in
            if case .official(let family) = face { family } else { nil }
        }
        return families.isEmpty ? [roles[role]?.name ?? role.rawValue] : families
    }
}
