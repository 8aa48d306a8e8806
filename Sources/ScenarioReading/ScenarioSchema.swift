/// The JSON Schema of the scenario format.
public enum ScenarioSchema {
    /// The schema (draft 2020-12) as text.
    public static var text: String { String(decoding: PackageResources.scenario_schema_json, as: UTF8.self) }
}
