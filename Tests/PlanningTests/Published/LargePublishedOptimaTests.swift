import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// 240 and 4,038 programs: run in an optimised build, or where SELARAS_SLOW_TESTS asks for it.
@Suite(
    "Published problems with hundreds and thousands of programs",
    .enabled(
        if: SlowTests.areWanted, "slow without optimisation: swift test -c release, or SELARAS_SLOW_TESTS=1"))
struct LargePublishedOptimaTests {
    @Test(
        "The next release of a product at three budgets (nrp1)",
        .enabled(if: Evidence.has("nrp"), Comment(rawValue: Evidence.absence(of: "nrp"))),
        arguments: [(30, 1204.0), (50, 1840), (70, 2507)])
    func small(_ percent: Int, _ optimum: Double) throws {
        try expectOptimum(optimum, of: NRPProblem("nrp1").scenario(percent: percent))
    }

    @Test(
        "The next release of a product with 3,502 requirements (nrp-e1)",
        .enabled(if: Evidence.has("nrp"), Comment(rawValue: Evidence.absence(of: "nrp"))),
        arguments: [(30, 7919.0), (50, 11071)])
    func large(_ percent: Int, _ optimum: Double) throws {
        try expectOptimum(optimum, of: NRPProblem("nrp-e1").scenario(percent: percent))
    }
}

private enum SlowTests {
    static var areWanted: Bool {
        #if DEBUG
            ProcessInfo.processInfo.environment["SELARAS_SLOW_TESTS"] != nil
        #else
            true
        #endif
    }
}
