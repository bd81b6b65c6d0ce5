/// Elements of XML and of HTML, as text. What is given as text is escaped here and nowhere else.
enum Markup {
    /// - Parameters:
    ///   - attributes: in their order; those that are nil are left out.
    ///   - content: markup; nil makes an empty element.
    static func element(
        _ name: String, _ attributes: KeyValuePairs<String, (any CustomStringConvertible)?> = [:],
        _ content: String? = nil
    ) -> String {
        var result = "<" + name
        for (key, value) in attributes {
            if let value { result += " \(key)=\"\(escaped(value.description))\"" }
        }
        guard let content else { return result + "/>" }
        return result + ">" + content + "</" + name + ">"
    }

    /// Text between tags or in an attribute. Control characters, which XML 1.0 has no way to write, are left out.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default:
                switch scalar.value {
                case 0..<9, 0xB, 0xC, 0xE..<0x20, 0xFFFE, 0xFFFF: break
                default: result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }
}
