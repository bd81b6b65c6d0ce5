internal import ReportModel
internal import ReportReading
internal import Typesetting

/// A report as a page for the web, complete in itself: headings, lists, tables whose cells name their headers, pictures
/// with their alternative text, and a few rules of style. It runs nothing and fetches nothing.
public enum WebPage {
    /// - Parameter carried: the text of a report that the page carries, which nobody sees.
    public static func html(_ document: ExportedDocument, carrying carried: String? = nil) -> String {
        var body = WebBody(document)
        let content = body.content
        let metadata = document.composition.metadata
        let head =
            [
                Markup.element("meta", ["charset": "utf-8"]),
                Markup.element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                Markup.element("title", [:], Markup.escaped(metadata.title)),
                Markup.element("meta", ["name": "author", "content": metadata.author]),
                Markup.element("meta", ["name": "description", "content": metadata.subject]),
                Markup.element("meta", ["name": "keywords", "content": metadata.keywords.joined(separator: ",")]),
                "<style>\n\(WebStyle.rules(document.style, document.fonts))</style>",
            ].joined(separator: "\n")
        let data = carried.map {
            Markup.element(
                "script", ["type": CarryingPage.mediaType, "id": CarryingPage.id], CarryingPage.escaped($0)) + "\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="zh-Hans-CN">
            <head>
            \(head)
            </head>
            <body>
            <article>
            \(content)
            </article>
            \(data ?? "")</body>
            </html>

            """
    }
}
