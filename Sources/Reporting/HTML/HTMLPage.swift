import Portfolio

/// The shell of every page: self-contained, no script, no request to any network.
struct HTMLPage {
    let language: Language
    let title: String
    let style: String
    let body: [Markup]

    /// The page as text.
    var source: String { "<!DOCTYPE html>\n" + document.source + "\n" }

    private var document: Markup {
        tag(
            "html", ["lang": language.rawValue],
            tag(
                "head", [:], tag("meta", ["charset": "utf-8"]),
                tag(
                    "meta",
                    [
                        "http-equiv": "Content-Security-Policy",
                        "content": "default-src 'none'; style-src 'unsafe-inline'",
                    ]),
                tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                tag("meta", ["name": "color-scheme", "content": "light dark"]),
                tag("meta", ["name": "generator", "content": "Selaras \(ProductVersion.current)"]),
                tag("title", [:], .text(title)), .styleSheet(style)), tag("body", [:], body))
    }
}
