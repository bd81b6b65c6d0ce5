internal import ReportModel

/// The caption that stands above a table (表1　…) or below a picture (图1　…).
enum CaptionLine {
    enum Kind: Character {
        case figure = "图"
        case table = "表"
    }

    static func isCaption(_ line: SourceLine, of kind: Kind) -> Bool {
        guard case .text = line.content, !line.hasTab, line.text.count <= 80, !line.text.contains("。") else {
            return false
        }
        return number(of: line.text, kind) != nil
    }

    static func text(of piece: NarrativeBuilder.Piece, _ kind: Kind) -> String? {
        guard case .line(let line) = piece, isCaption(line, of: kind) else { return nil }
        return line.text
    }

    /// The number that a caption begins with, and what follows it. 图一组 is no number.
    private static func number(of text: String, _ kind: Kind) -> (number: Int, rest: String)? {
        guard text.first == kind.rawValue else { return nil }
        let rest = text.dropFirst().drop(while: \.isWhitespace)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let numeral = digits.isEmpty ? rest.prefix { ChineseNumeral.digits.contains($0) } : digits
        let after = rest.dropFirst(numeral.count)
        guard let value = digits.isEmpty ? ChineseNumeral.value(numeral) : Int(digits), let mark = after.first,
            mark.isWhitespace || "：:．.、".contains(mark)
        else { return nil }
        let title = after.drop { $0.isWhitespace || "：:．.、".contains($0) }
        return title.isEmpty ? nil : (value, String(title))
    }

    /// Takes the numbers off the captions of a report that has them in sequence: the program counts them itself.
    static func withoutNumbers(_ report: Report) -> Report {
        var counts: [Kind: Int] = [:]
        func own(_ caption: String?, _ kind: Kind) -> String? {
            guard let caption else { return nil }
            counts[kind, default: 0] += 1
            guard let (number, rest) = number(of: caption, kind), number == counts[kind] else { return caption }
            return rest
        }
        var report = report
        report.changeNarrative { block in
            switch block {
            case .figure(var figure):
                figure.caption = own(figure.caption, .figure)
                return .figure(figure)
            case .table(var table):
                table.caption = own(table.caption, .table)
                return .table(table)
            case .paragraph, .heading, .list, .chart, .statutoryTable: return block
            }
        }
        return report
    }
}
