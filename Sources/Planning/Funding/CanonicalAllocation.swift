import Portfolio
import Verification

struct CanonicalAllocation {
    let scenario: Scenario
    func allocate(_ appraisal: Appraisal) -> Allocation? { nil }
}
