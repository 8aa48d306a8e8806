import Portfolio
import Reporting

/// The documents of a comparison in a folder.
struct ComparisonFiles {
    /// The comparison, laid out.
    let document: Document
    private let differences: [OutcomeDifference]
    private let language: Language

    init(_ differences: [OutcomeDifference], in language: Language) {
        document = ComparisonDocument(of: differences, in: language).document
        self.differences = differences
        self.language = language
    }

    /// Writes comparison.html, .md, .json and .xlsx, and says which.
    ///
    /// - Throws: exit 73.
    func write(to folder: String) throws -> [String] {
        let stem = "\(folder)/comparison"
        try OutputFile.write(document.page(in: language), to: "\(stem).html")
        try OutputFile.write(document.markdown(in: language), to: "\(stem).md")
        try OutputFile.write(differences.json, to: "\(stem).json")
        try OutputFile.write(document.workbook(in: language), to: "\(stem).xlsx")
        return ["html", "md", "json", "xlsx"].map { "\(stem).\($0)" }
    }
}
