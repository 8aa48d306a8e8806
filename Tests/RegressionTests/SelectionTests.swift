import Testing

@testable import Regression

struct SelectionTests {
    @Test(
        "A star stays within a part of a path, two stars do not",
        arguments: [
            ("*.yaml", "a.yaml", true), ("*.yaml", "b/a.yaml", false), ("**/*.yaml", "b/c/a.yaml", true),
            ("**/*.yaml", "a.yaml", true), ("a?c", "abc", true), ("a?c", "ac", false), ("a*c*", "abcd", true),
            ("**", "a/b", true), ("x/**/y", "x/y", true), ("x/**/y", "x/1/2/y", true), ("", "a", false),
        ])
    func globs(_ pattern: String, _ path: String, _ matches: Bool) {
        #expect(Glob(pattern).matches(path) == matches)
    }

    @Test("The shards of a list are the list, each element once", arguments: 1...7)
    func shards(_ count: Int) throws {
        let list = Array(0..<20)
        let parts = try (1...count).map { try #require(Shard("\($0)/\(count)")).part(of: list) }
        #expect(parts.flatMap(\.self).sorted() == list)
        #expect((parts.map(\.count).max() ?? 0) - (parts.map(\.count).min() ?? 0) <= 1)
    }

    @Test("What is no shard is refused", arguments: ["", "1", "0/2", "3/2", "1/0", "a/2", "1/2/3", "-1/2"])
    func notAShard(_ text: String) { #expect(Shard(text) == nil) }
}
