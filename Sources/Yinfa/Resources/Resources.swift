/// Where the data of the program is: two folders.
public struct Resources: Hashable, Sendable {
    /// The folder with `forms/`, `styles/`, `copies/` and `profiles/`.
    public var layouts: String
    /// The folder with the font book (`book.yaml`) and the font files it names.
    public var fonts: String

    public init(layouts: String, fonts: String) {
        self.layouts = layouts
        self.fonts = fonts
    }

    /// The folder of form files.
    public var forms: String { layouts + "/forms" }
    /// The folder of style files.
    public var styles: String { layouts + "/styles" }
    /// The folder of layouts for copies.
    public var copies: String { layouts + "/copies" }
    /// The folder of profiles of printing conditions.
    public var profiles: String { layouts + "/profiles" }
    /// The font book.
    public var fontBook: String { fonts + "/book.yaml" }
}
