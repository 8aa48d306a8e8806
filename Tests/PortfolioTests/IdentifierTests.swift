import Portfolio
import Testing

@Suite("Identifiers")
struct IdentifierTests {
    @Test(
        "Small letters, digits, dots, underscores and hyphens make an id",
        arguments: ["a", "e-katalog", "9.a_b"])
    func accepted(text: String) { #expect(Program.ID.isWellFormed(text)) }

    @Test("Anything else does not", arguments: ["", "-a", ".a", "A", "a b", "é"])
    func refused(text: String) { #expect(!Program.ID.isWellFormed(text)) }

    @Test("Ids are ordered by their bytes")
    func order() {
        #expect(Program.ID("a-1") < Program.ID("a.1"))
        #expect(Program.ID("p10") < Program.ID("p2"))
    }
}
