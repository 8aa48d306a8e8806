import Portfolio

extension Report {
    /// What is known of a program, chosen or not.
    public struct Candidate: Sendable {
        /// Its id.
        public let id: String
        /// Its name.
        public let name: LocalizedText
        /// The variant that the figures are of, and its name where it has one; `default` where there is one alone.
        public let variant: String
        /// Name of the variant.
        public let variantName: LocalizedText?
        /// Id and name of the agency in charge.
        public let owner: String
        /// Name of the agency in charge.
        public let ownerName: LocalizedText
        /// Id of the primary dimension.
        public let dimension: String
        /// Name of the primary dimension.
        public let dimensionName: LocalizedText
        /// Who proposed it.
        public let proposedBy: String?
        /// Labels, sorted.
        public let tags: [String]
        /// Budget nomenclature, sub-element, free text, and why it must or must not be chosen.
        public let code, element, notes, must, mustNot: String?
        /// single_year or multi_year.
        public let contract: String
        /// Local revenue or saving per year, rupiah.
        public let yearlyReturn: Figure<Rupiah>?
        /// The part of the work that was done before the plan begins, 0 … 1.
        public let inProgress: Figure<Double>?
        /// Planning duration, months.
        public let duration: Figure<Double>
        /// Capital, and operating costs per year, rupiah.
        public let capital, operating: Figure<Rupiah>
        /// Weighted points per year.
        public let points: Figure<Double>
        /// Points per year by id of the dimension.
        public let benefits: [String: Figure<Double>]
        /// What it needs, waits for, or is helped by.
        public let links: [Link]

        init(_ part: OutcomePart, of scenario: Scenario) throws(UnusableOutcome) {
            id = try part.part("id").text()
            name = try part.localized("name")
            variant = try part.part("variant").text()
            variantName = try part.optionalLocalized("variant_name")
            owner = try part.part("owner").text()
            ownerName = scenario.owner(owner)
            dimension = try part.part("dimension").text()
            dimensionName = scenario.dimension(dimension)
            proposedBy = try part["proposed_by"]?.text()
            tags = try part.list("tags").map { tag throws(UnusableOutcome) in try tag.text() }
            code = try part["code"]?.text()
            element = try part["element"]?.text()
            notes = try part["notes"]?.text()
            must = try part["must"]?.text()
            mustNot = try part["must_not"]?.text()
            contract = try part.part("contract").text()
            yearlyReturn = try part["yearly_return"]?.whole()
            inProgress = try part["in_progress"]?.number()
            duration = try part.part("duration").number()
            capital = try part.part("capital").whole()
            operating = try part.part("operating").whole()
            points = try part.part("points").number()
            var benefits: [String: Figure<Double>] = [:]
            for (dimension, points) in try part.part("benefits").members() {
                benefits[dimension] = try points.number()
            }
            self.benefits = benefits
            links = try Link.all(of: part)
        }
    }

    /// A line of the dependency picture: a program that another one leans on.
    public struct Link: Sendable, Hashable {
        /// How it leans.
        public enum Kind: String, Sendable, Hashable {
            /// Cannot be without it.
            case required
            /// Needs some of several.
            case alternative
            /// Is worth more with it.
            case helped
        }

        /// The program that is leant on.
        public let program: String
        /// How.
        public let kind: Kind

        static func all(of part: OutcomePart) throws(UnusableOutcome) -> [Link] {
            let required = try part.list("requires").map { item throws(UnusableOutcome) in
                Link(program: try item.part("program").text(), kind: .required)
            }
            let alternatives =
                try part["requires_any"]?.list("of").map { item throws(UnusableOutcome) in
                    Link(program: try item.text(), kind: .alternative)
                } ?? []
            let helped = try part.list("helped_by").map { item throws(UnusableOutcome) in
                Link(program: try item.part("program").text(), kind: .helped)
            }
            return required + alternatives + helped
        }
    }

    /// A program that is not in the plan.
    public struct LeftOut: Sendable {
        /// What is known of it; the figures are those of the variant with the most weighted points.
        public let candidate: Candidate
        /// Why it is left out.
        public let why: LocalizedText

        init(_ part: OutcomePart, of scenario: Scenario) throws(UnusableOutcome) {
            candidate = try Candidate(part, of: scenario)
            why = try part.localized("why")
        }
    }
}
