/// The JSON Schema of the scenario format (draft 2020-12).
public enum ScenarioSchema {
    /// The schema's text.
    public static let text = String(decoding: PackageResources.scenario_schema_json, as: UTF8.self)
}
