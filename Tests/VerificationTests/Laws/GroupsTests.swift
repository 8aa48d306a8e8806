import Portfolio
import Testing

@testable import Verification

@Suite struct GroupsTests {
    @Test(
        "Every kind of group counts its chosen members",
        arguments: [
            (Group.Kind.atMost(1), ["a": 0], ["a": 0, "b": 0, "c": 0], 2),
            (.atLeast(2), ["a": 0, "b": 0], ["a": 0], 1),
            (.exactly(1), ["b": 0], ["b": 0, "c": 0], 1),
            (.exactly(2), ["b": 0, "c": 0], [:], 2),
            (.allOrNone, [:], ["c": 0], 1),
            (.allOrNone, ["a": 0, "b": 0, "c": 0], ["a": 0, "b": 0], 1),
        ] as [(Group.Kind, [String: Int], [String: Int], Int)])
    func kinds(kind: Group.Kind, kept: [String: Int], broken: [String: Int], excess: Int) throws {
        var city = TinyCity()
        city.groups = [
            Group(id: "g", kind: kind, of: ["a", "b", "c"], place: TinyCity.place("groups", "g"))
        ]
        try expectBroken(
            .group, by: .count(excess), at: "groups[\"g\"]", in: city, keeping: kept, breaking: broken)
    }
}
