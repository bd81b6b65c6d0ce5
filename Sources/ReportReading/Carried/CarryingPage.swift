internal import CGumbo

/// A web page that carries a report: in a data block, which browsers neither show nor run (HTML 4.12.1).
package enum CarryingPage {
    package static let id = "yinfa-report"
    package static let mediaType = "application/json"

    /// JSON that ends no element, whatever it says.
    package static func escaped(_ json: String) -> String { json.replacing("<", with: "\\u003C") }

    static func carried(under root: UnsafePointer<GumboNode>) -> String? {
        var waiting = [root]
        while let node = waiting.popLast() {
            if node.tag == GUMBO_TAG_SCRIPT, node.attribute("id") == id {
                return node.children.map(\.text).joined()
            }
            waiting += node.children.reversed()
        }
        return nil
    }
}
