internal import ReportForms

/// The few rules of style that a page brings: the faces of the style, the measure of its grid.
enum WebStyle {
    static func rules(_ style: Style, _ fonts: FontBook) -> String {
        let size = style.text.body.size
        func face(_ role: FontRole) -> String { fonts.families(of: role).map { "\"\($0)\"" }.joined(separator: ",") }
        func em(_ points: Double) -> String { Decimals.text(points / size) + "em" }
        let headings = style.text.headings.enumerated().map { level, heading in
            "h\(level + 2){font-family:\(face(heading.face)),sans-serif;font-size:\(em(heading.size))}"
        }
        return """
            body{margin:0;color:#000;background:#fff;font:\(Decimals.text(size))pt/1.875 \(face(style.text.body.face)),serif}
            article{max-width:\(style.typeArea.characters)em;margin:2em auto;padding:0 1em;overflow-wrap:break-word}
            h1{font:normal \(em(style.text.title.size))/1.7 \(face(style.text.title.face)),serif;text-align:center;text-wrap:balance;margin:1em 0}
            h2,h3,h4,h5{font-weight:normal;margin:0;text-indent:2em;break-after:avoid}
            \(headings.joined(separator: "\n"))
            h2.centred{text-align:center;text-indent:0;margin:1em 0;font-family:\(face(style.text.title.face)),serif}
            p{margin:0;text-indent:2em;text-align:justify}
            em{font-style:normal;font-family:\(face(style.text.emphasis)),serif}
            strong{font-weight:normal;font-family:\(face(style.text.strong)),sans-serif}
            em.dots{font-family:inherit;text-emphasis:dot;text-emphasis-position:under right}
            sup,sub{line-height:0}
            table{width:100%;border-collapse:collapse;margin:.6em 0;table-layout:fixed;border:.35mm solid;font:\(em(style.text.table.size))/1.4 \(face(style.text.table.face)),serif}
            thead{display:table-header-group}
            tr{break-inside:avoid}
            th,td{border:.25mm solid;padding:.3em .2em;font-weight:normal;text-align:center;text-indent:0;vertical-align:middle}
            caption,figcaption{font:\(em(style.text.caption.size))/1.5 \(face(style.text.caption.face)),sans-serif;text-align:center;text-indent:0}
            figure{margin:.6em 0;text-align:center}
            img{max-width:100%;height:auto}
            .signature{margin-top:1.875em}
            .signature.sealed{margin-top:3.75em}
            .signature p{text-align:right;text-indent:0}
            .notes{margin-top:2em;border-top:1px solid;font-size:.75em}
            hr{border:0;margin:2em 0;break-after:page}
            @page{size:A4;margin:37mm 26mm 35mm 28mm}
            @media print{article{max-width:none;margin:0;padding:0}}

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
