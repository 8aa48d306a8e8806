import Portfolio
import Probability

/// Where the luck of a rollout comes from: every stream and sampler of the plan's programs.
struct RiskSources: Sendable {
    /// A draw of its own, or one tied to a common normal score.
    struct Draw: Sendable {
        let stream: RandomStream
        let sampler: Sampler
        /// Position of the correlation that ties it; nil is independent.
        let correlation: Int?
    }

    /// A correlation of base draws.
    struct Common: Sendable {
        let stream: RandomStream
        let copula: GaussianCopula
    }

    /// One kind of factor of a driver.
    struct Factor: Sendable {
        let risk: Int
        let stream: RandomStream
        let sampler: Sampler
        let programs: [Int]
    }

    /// A coin with its impacts, for one program or for several at once.
    struct Event: Sendable {
        let risk: Int
        let probability: Double
        let coin: RandomStream
        /// The bit patterns of the coin that strike.
        var patterns: UInt64 { RandomStream.patterns(below: probability) }
        let delay: Impact?
        let cost: Impact?
        let benefit: Impact?
        /// Where in the work a cancelling event strikes.
        let strike: RandomStream?
        let programs: [Int]
    }

    /// An impact of an event.
    struct Impact: Sendable {
        let stream: RandomStream
        let sampler: Sampler
    }

    /// The attempts of one program's procurement.
    struct Route: Sendable {
        let risk: Int
        let program: Int
        let failure: Double
        let giveUpAfter: Int
        let attempt: RandomStream
        /// The bit patterns of an attempt that fail.
        var patterns: UInt64 { RandomStream.patterns(below: failure) }
        let delay: Impact
    }

    /// A cut of ceilings in one year.
    struct Shock: Sendable {
        let risk: Int
        let year: Int
        let draw: UInt8
        let probability: Double
        let coin: RandomStream
        /// The bit patterns of the coin that strike.
        var patterns: UInt64 { RandomStream.patterns(below: probability) }
        let cut: Impact
        let funds: [Int]
    }

    /// A risk that can be taken out.
    struct Risk: Sendable, Hashable {
        let id: String
        let kind: Kind

        enum Kind: String, Sendable, Hashable { case driver, event, route, shock }
    }

    let commons: [Common]
    /// Work of each program, months.
    let work: [Draw]
    /// Factor of each line; nil is 1.
    let cost: [Draw?]
    /// For lines that share their program's factor: the first line with the same draw.
    let sharesCost: [Int?]
    /// Benefit of each program; nil is 1.
    let benefit: [Draw?]
    let durationFactors: [Factor]
    let costFactors: [Factor]
    let benefitFactors: [Factor]
    let events: [Event]
    let routes: [Route]
    let shocks: [Shock]
    /// What can be taken out, in the order drivers, events, routes, shocks, each by id.
    let risks: [Risk]
}
