/// The paper that a report is printed on.
public enum Paper: String, CaseIterable, Sendable {
    /// 210 × 297 mm.
    case a4
    /// 215 × 330 mm, usual in Indonesian offices.
    case f4

    /// Width and height as a style sheet writes them.
    var size: String {
        switch self {
        case .a4: "210mm 297mm"
        case .f4: "215mm 330mm"
        }
    }
}
