import Foundation

/// The numbers of a page: where each stands in `outcome.json`, and its value there, in the order of the page.
public struct PageFigure: Hashable, Sendable {
    /// `data-path` with its references resolved.
    public let path: String
    /// `data-value`.
    public let value: String

    /// All numbers of a page.
    public static func all(in page: String) -> [PageFigure] {
        page.matches(of: /data-path="([^"]*)" data-value="([^"]*)"/).map { match in
            PageFigure(path: String(match.1).replacing("&quot;", with: "\""), value: String(match.2))
        }
    }

    /// The steps of the path: names and positions.
    public var steps: [String] {
        path.matches(of: /\["([^"]*)"\]|\[(\d+)\]|[^.\[\]]+/).map { match in
            String(match.1 ?? match.2 ?? match.0)
        }
    }
}
