import Reporting
import Simulation

/// What made an outcome.
public struct Versions: Hashable, Sendable {
    /// Version of Selaras.
    public var selaras: String
    /// Name and version of the solver.
    public var solver: String
    /// Name and version of the generator of luck.
    public var generator: String

    /// Makes the versions of an outcome of this program.
    public init(
        selaras: String = ProductVersion.current, solver: String, generator: String = Simulator.generator
    ) {
        self.selaras = selaras
        self.solver = solver
        self.generator = generator
    }
}

/// The parts of an outcome that later outcomes of the scenario are held to, in the names of `outcome.json`.
public struct Baseline: Hashable, Sendable {
    /// The newest form of the file that this program knows.
    public static let schema: Int64 = 1

    /// The scenario's file, relative to the folder that holds the folder of baselines; nil where it lies outside.
    public var file: String?
    /// SHA-256 of the resolved scenario.
    public var digest: String
    /// What made it.
    public var versions: Versions
    /// The judged parts, typed.
    public var figures: Figures
    private let judged: JSONValue

    /// Takes the judged parts of an outcome of this program.
    ///
    /// - Throws: ``Unusable`` where the outcome has another form.
    public init(outcome: JSONValue, file: String?) throws(Unusable) {
        judged = Mask.judged.kept(of: outcome) ?? [:]
        self.file = file
        digest = outcome["scenario"]?["digest"]?.text ?? ""
        versions = Versions(solver: outcome["search"]?["solver"]?.text ?? "")
        figures = try Figures(judged)
    }

    /// Reads a baseline file.
    ///
    /// - Throws: ``Unusable`` where it is not JSON, has another form, or comes from a newer Selaras.
    public init(_ bytes: [UInt8]) throws(Unusable) {
        let value: JSONValue
        do { value = try JSONReader.read(bytes) } catch {
            throw Unusable(
                reason: "line \(error.line), column \(error.column): not valid JSON: \(error.reason)")
        }
        guard let schema = value["schema"]?.whole, schema >= 1 else {
            throw Unusable(reason: "schema: a whole number from 1 is expected")
        }
        guard schema <= Self.schema else { throw Unusable(reason: "schema \(schema)", isNewer: true) }
        guard let digest = value["scenario"]?["digest"]?.text,
            let selaras = value["versions"]?["selaras"]?.text,
            let solver = value["versions"]?["solver"]?.text,
            let generator = value["versions"]?["generator"]?.text
        else { throw Unusable(reason: "scenario.digest or a version is missing") }
        judged = Mask.judged.kept(of: value) ?? [:]
        file = value["scenario"]?["file"]?.text
        self.digest = digest
        versions = Versions(selaras: selaras, solver: solver, generator: generator)
        figures = try Figures(judged)
    }

    /// The file's text: sorted, one line for whatever fits on one.
    public var text: String { outcome.inLines }

    /// The baseline as a sparse outcome.
    public var outcome: JSONValue {
        var members = judged.members ?? [:]
        var scenario = members["scenario"]?.members ?? [:]
        scenario["file"] = file.map(JSONValue.string)
        members["scenario"] = .object(scenario)
        members["schema"] = .integer(Self.schema)
        members["versions"] = [
            "selaras": .string(versions.selaras), "solver": .string(versions.solver),
            "generator": .string(versions.generator),
        ]
        return .object(members)
    }
}
