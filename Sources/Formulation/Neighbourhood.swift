/// Which starts plans may have that are near one plan or several.
public struct Neighbourhood: Sendable, Hashable {
    /// Positions of the programs that may start whenever they could.
    public var free: Set<Int>
    /// Periods by which the start of any other program that one of the plans chooses may move; it may be given up
    /// too.
    public var width: Int
    /// Periods about each start that a relaxation gives a share to, for all programs; nil for no such start.
    public var reach: Int?

    /// Makes a neighbourhood.
    public init(free: Set<Int> = [], width: Int = 0, reach: Int? = nil) {
        self.free = free
        self.width = width
        self.reach = reach
    }
}
