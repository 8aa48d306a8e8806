import Portfolio

extension RandomScenario {
    /// At most so many plans, so that trying all of them is quick.
    private var planLimit: Int { 2600 }

    /// The programs without requirements.
    mutating func makePrograms() -> [Program] {
        var plans = (0..<programCount).reduce(1) { product, _ in product * (calendar.periodCount + 1) }
        return (1...programCount).map { number in
            let extra = plans / (calendar.periodCount + 1) * (2 * calendar.periodCount + 1)
            let hasVariants = extra <= planLimit && random.chance(60)
            if hasVariants { plans = extra }
            return makeProgram(number, variantCount: hasVariants ? 2 : 1)
        }
    }

    private mutating func makeProgram(_ number: Int, variantCount: Int) -> Program {
        let id = "p\(number)"
        var program = Program(
            id: .init(id), name: .init("Program \(number)"), owner: random.pick(owners).id,
            dimension: random.pick(dimensions).id,
            proposedBy: random.chance(75) ? random.pick(["government", "business", "community"]) : nil,
            tags: random.some(0...2, of: ["health", "it", "roads"]), variants: [],
            contract: random.chance(25) ? .singleYear : .multiYear,
            inProgress: random.chance(4) ? random.pick(["0.25", "0.5", "0.6", "0.9"].map { exact($0) }) : nil,
            place: ScenarioPath().key("programs").id(id))
        if random.chance(4) { program.must = Reason(text: "wajib", place: program.place.key("must")) }
        if random.chance(3) {
            program.mustNot = Reason(text: "dihentikan", place: program.place.key("must_not"))
        }
        let names = variantCount == 1 ? ["default"] : ["full", "pilot"]
        program.variants = names.map { makeVariant($0, of: program) }
        return program
    }

    private mutating func makeVariant(_ id: String, of program: Program) -> Variant {
        let months = makeMonths(upTo: random.pick([1, 2, 2, 3]))
        var variant = Variant(
            id: .init(id), duration: Duration(planned: months),
            costs: makeCosts(calendar.periods(covering: months), of: program),
            benefits: makeBenefits([1, 2, 3, 5, 8, 0.1, 0.7, 2.5, -1, -3]),
            ramp: random.chance(35) ? random.pick([[0.6, 1], [0, 0.5, 1], [0.3], [1, 0.2]]) : [],
            place: id == "default" ? program.place : program.place.key("variants").id(id))
        for owner in owners where owner.staff != nil && random.chance(45) {
            variant.staff[owner.id] = random.int(1...3)
        }
        if random.chance(program.inProgress == nil ? 25 : 5) { variant.window = makeWindow(isInProgress: program.inProgress != nil) }
        return variant
    }

    /// Points in some dimensions.
    mutating func makeBenefits(_ points: [Double]) -> [Dimension.ID: Double] {
        var benefits: [Dimension.ID: Double] = [:]
        for dimension in random.some(1...3, of: dimensions) { benefits[dimension.id] = random.pick(points) }
        return benefits
    }

    private mutating func makeWindow(isInProgress: Bool) -> Window {
        var window = Window()
        let last = calendar.periodCount - 1
        if random.chance(40) && !isInProgress {
            window.earliest = calendar.firstMonth(of: random.int(0...last - 1)).advanced(by: random.int(-1...0))
        }
        if random.chance(40) {
            window.latestFinish = calendar.lastMonth(of: random.int(1...last)).advanced(by: random.int(0...1))
        }
        if random.chance(40) {
            let starts = random.some(1...3, of: (0...last).map { calendar.firstMonth(of: $0).monthOfYear })
            window.startMonths = Set(starts + (isInProgress ? [calendar.start.monthOfYear] : [])).sorted()
        }
        return window
    }
}
