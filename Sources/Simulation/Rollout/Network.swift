import Portfolio

/// What trials read of the programs and their links, laid out flat: no trial follows a reference or
/// counts one.
struct Network: Sendable {
    /// The programs in plan order.
    let programs: Table<Entry>
    /// Before which neither a program nor any after it starts, by the plan.
    let heldUntil: Table<Double>
    /// Links, requirement by requirement.
    let links: Table<RolloutProgram.Link>
    /// Positions of other programs, staff, capital and operating lines; ranges of it lie in ``Entry``.
    let positions: Table<Int>
    /// Persons needed.
    let staff: Table<RolloutProgram.StaffNeed>
    /// The eligible sets of each program's lines, program by program.
    let sets: Table<Int>
    /// Where in ``sets`` the set of each line lies, by line.
    let places: Table<Int>
    /// Whether a line is the first of its kind there, by line.
    let isFirst: Table<Bool>
    /// The programs so that everyone comes after those that it waits for; nil where some wait for each
    /// other.
    let order: [Int]?

    /// A part of one of the tables.
    struct Part: BitwiseCopyable {
        var first = 0
        var end = 0

        var range: Range<Int> { Range(uncheckedBounds: (first, end)) }
        var isEmpty: Bool { first == end }
        var count: Int { end - first }
    }

    /// A program.
    struct Entry: BitwiseCopyable {
        /// Before which it does not start, by the plan.
        var heldUntil = 0.0
        var plannedStart = 0.0
        var plannedFinish = 0.0
        var plannedDuration = 0.0
        var isSingleYear = false
        var requirements = Part()
        var alternatives = Part()
        var neededAlternatives = 0
        /// Positions of its capital lines.
        var capital = Part()
        /// Positions of its operating lines.
        var operating = Part()
        /// The eligible sets of its lines, each once.
        var sets = Part()
        /// Those that start together with it, itself included.
        var together = Part()
        /// Those whose start may follow from what it does.
        var dependents = Part()
        var staff = Part()
    }

    /// A program, read where it lies: copying an entry for one of its figures costs more than the figure.
    @inline(__always)
    func program(_ index: Int) -> UnsafePointer<Entry> { UnsafePointer(programs.base + index) }

    /// Lays out programs and lines.
    init(programs: [RolloutProgram], lines: [RolloutLine], together: [[Int]]) {
        var (links, positions) = ([RolloutProgram.Link](), [Int]())
        var (staff, sets, entries) = ([RolloutProgram.StaffNeed](), [Int](), [Entry]())
        func part<Element>(_ list: inout [Element], _ more: [Element]) -> Part {
            list += more
            return Part(first: list.count - more.count, end: list.count)
        }
        for (index, program) in programs.enumerated() {
            let waiting = programs.indices.filter { other in
                together[other].contains { member in
                    programs[member].links.contains { $0.program == index }
                }
            }
            entries.append(
                Entry(
                    heldUntil: program.startsWhenReady ? 0 : program.plannedStart,
                    plannedStart: program.plannedStart, plannedFinish: program.plannedFinish,
                    plannedDuration: program.plannedDuration, isSingleYear: program.isSingleYear,
                    requirements: part(&links, program.requirements),
                    alternatives: part(&links, program.alternatives),
                    neededAlternatives: program.neededAlternatives,
                    capital: part(&positions, program.lines.filter { lines[$0].isCapital }),
                    operating: part(&positions, program.lines.filter { !lines[$0].isCapital }),
                    sets: part(&sets, Set(program.lines.map { lines[$0].set }).sorted()),
                    together: part(&positions, together[index]), dependents: part(&positions, waiting),
                    staff: part(&staff, program.staff)))
        }
        self.programs = Table(entries)
        var held = entries.map(\.heldUntil)
        for index in held.indices.dropLast().reversed() { held[index] = min(held[index], held[index + 1]) }
        heldUntil = Table(held)
        self.links = Table(links)
        self.positions = Table(positions)
        self.staff = Table(staff)
        self.sets = Table(sets)
        places = Table(
            lines.map { line in
                entries[line.program].sets.range.first { sets[$0] == line.set } ?? 0
            })
        isFirst = Table(
            lines.indices.map { index in
                let line = lines[index]
                return !programs[line.program].lines.prefix { $0 < index }.contains {
                    lines[$0].set == line.set && lines[$0].isCapital == line.isCapital
                }
            })
        order = Self.order(of: programs)
    }

    /// Programs whose timed links all lead to programs before them, again and again.
    private static func order(of programs: [RolloutProgram]) -> [Int]? {
        var (order, isPlaced) = ([Int](), Array(repeating: false, count: programs.count))
        while order.count < programs.count {
            let next = programs.indices.filter { index in
                !isPlaced[index]
                    && programs[index].links.allSatisfy { $0.event == .choice || isPlaced[$0.program] }
            }
            guard !next.isEmpty else { return nil }
            for index in next { isPlaced[index] = true }
            order += next
        }
        return order
    }
}

extension RolloutProgram {
    /// All that it waits for.
    fileprivate var links: [Link] { requirements + alternatives }
}
