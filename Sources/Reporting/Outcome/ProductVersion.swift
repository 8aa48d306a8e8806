/// The version of Selaras that results and `--version` name.
public enum ProductVersion {
    /// The version, after Semantic Versioning.
    public static let current = "0.1.0"
}
