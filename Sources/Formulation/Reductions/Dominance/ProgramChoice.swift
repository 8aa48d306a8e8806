import Portfolio

/// What a plan says of one program: a start of a candidate, or that it is left out.
enum ProgramChoice {
    case leftOut
    case start(Candidate, Int)
}

/// A start by name.
struct StartName: Hashable {
    let variant: VariantName
    let period: Int
}
