import Portfolio
import Testing

@testable import Regression

struct OutputTests {
    /// A failure whose words hold what every form must escape.
    private static var hostile: CaseResult {
        var result = CaseResult(
            name: "a<b>&\"c\"", file: "x,y:z%.yaml", verdict: .changed,
            reason: LocalizedText("satu\ndua\u{1}\r @user *b* [x](y) <script> 100% `z`"))
        result.remarks = [LocalizedText("</system-out>")]
        return result
    }

    @Test("XML holds no raw markup and no character that XML forbids")
    func xml() {
        let xml = JUnitReport([Self.hostile], in: .indonesian).xml
        #expect(xml.contains("name=\"a&lt;b&gt;&amp;&quot;c&quot;\""))
        #expect(xml.contains("&lt;script&gt;") && xml.contains("&lt;/system-out&gt;"))
        #expect(!xml.unicodeScalars.contains { $0 == "\u{1}" || $0 == "\r" })
    }

    @Test("Annotations stay on one line, with their properties escaped")
    func annotations() {
        let text = GitHubAnnotations([Self.hostile], in: .indonesian).text
        #expect(text.hasPrefix("::error file=x%2Cy%3Az%25.yaml,line=1,title=GAGAL a<b>&\"c\"::satu%0Adua"))
        #expect(text.filter(\.isNewline).count == 1 && text.contains("100%25"))
    }

    @Test("Markdown calls nobody, links nowhere and holds no HTML of the scenario's")
    func markdown() {
        let text = MarkdownComment([Self.hostile], in: .indonesian).markdown
        #expect(text.contains("&#64;user \\*b\\* \\[x\\](y) &lt;script> 100% \\`z\\`"))
        #expect(text.split(separator: "\n").filter { $0.hasPrefix("- ") }.count == 1)
    }
}
