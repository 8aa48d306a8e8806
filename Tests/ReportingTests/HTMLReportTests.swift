import Foundation
import Portfolio
import Reporting
import TestSupport
import Testing

struct HTMLReportTests {
    private func page(
        _ language: Language, outcome: JSONValue? = nil
    ) throws -> String {
        let value = try outcome ?? #require(Sample.outcome()).jsonValue
        return HTMLReport(of: try Report(outcome: value), in: language).text
    }

    @Test("The page needs no script and no request, and says so")
    func selfContained() throws {
        let page = try page(.indonesian)
        #expect(page.contains("content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;\""))
        for forbidden in ["<script", "http:", "https:", "url(", "@import", "src=", "<link", "<img"] {
            #expect(!page.contains(forbidden), "\(forbidden)")
        }
    }

    @Test("Every number stands in outcome.json at the place that it names")
    func figures() throws {
        let outcome = try #require(Sample.outcome()).jsonValue
        let figures = PageFigure.all(in: try page(.indonesian, outcome: outcome))
        #expect(figures.count > 30)
        for figure in figures { #expect(outcome.value(of: figure) == figure.value, "\(figure.path)") }
    }

    @Test("Both languages show the same numbers in the same order")
    func languages() throws {
        #expect(
            PageFigure.all(in: try page(.indonesian)) == PageFigure.all(in: try page(.english)))
        #expect(try page(.indonesian).contains(">Rp400.000.000<"))
        #expect(try page(.english).contains(">Rp400,000,000<"))
    }

    @Test(
        "Whatever a name holds is text: no markup, no end of the style sheet",
        arguments: [
            "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "\"' onload='x' \"",
            "&lt;b&gt;",
            "\u{202E}kiri\u{202C}", "😀👩‍👩‍👧", "]]>--><!--", "\u{1}\u{8}", "}*{display:none}", "\\22 ;}",
            String(repeating: "panjang", count: 80),
        ])
    func hostile(_ name: String) throws {
        let outcome = try #require(Sample.outcome()).jsonValue.replacingTexts(with: name)
        let page = try page(.english, outcome: outcome)
        let plain = try self.page(.english)
        for tag in ["<script", "<img", "onload='", "<!--", "<b>"] {
            #expect(!page.contains(tag), "\(tag)")
        }
        #expect(page.ranges(of: "</style>").count == 1)
        #expect(page.ranges(of: "<tr").count == plain.ranges(of: "<tr").count)
        #expect(PageFigure.all(in: page).map(\.value) == PageFigure.all(in: plain).map(\.value))
    }

    @Test("An infeasible outcome makes a page that names the statements in conflict")
    func infeasible() throws {
        let outcome = try #require(Sample.outcome(status: .infeasible)).jsonValue
        #expect(
            try page(.english, outcome: outcome).contains(
                "<code>kota.yaml:41</code> <bdi>mandatory</bdi> [must]"))
    }

    @Test("An illustrative scenario says so on the page and in its margins")
    func illustrative() throws {
        let name = LocalizedText("Contoh (ILUSTRATIF)", english: "Sample (ILLUSTRATIVE)")
        let outcome = try #require(Sample.outcome(name: name)).jsonValue
        #expect(try page(.english, outcome: outcome).contains("<strong>ILLUSTRATIVE.</strong>"))
        #expect(!(try page(.english).contains("ILLUSTRATIVE")))
    }
}

extension JSONValue {
    /// The value at a figure's path, as the page writes it.
    fileprivate func value(of figure: PageFigure) -> String? {
        let found = figure.steps.reduce(self as JSONValue?) { value, step in
            value?[step]
                ?? Int(step).flatMap { position in
                    value?.elements.flatMap { $0.indices.contains(position) ? $0[position] : nil }
                }
        }
        switch found {
        case .integer(let whole): return figure.value.contains(".") ? "\(Double(whole))" : "\(whole)"
        case .number(let number): return "\(number)"
        default: return nil
        }
    }

    /// The outcome with every name and every word of the planner replaced.
    fileprivate func replacingTexts(with text: String) -> JSONValue {
        let free: Set<String> = [
            "name", "name_en", "why", "why_en", "label", "label_en", "reason", "must", "notes", "code",
            "element",
            "proposed_by", "says", "what",
        ]
        switch self {
        case .object(let members):
            return .object(
                Dictionary(
                    uniqueKeysWithValues: members.map { key, value in
                        if free.contains(key), value.text != nil { return (key, .string(text)) }
                        return (key, value.replacingTexts(with: text))
                    }))
        case .array(let elements): return .array(elements.map { $0.replacingTexts(with: text) })
        default: return self
        }
    }
}
