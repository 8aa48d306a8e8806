extension Simulator {
    /// Name and version of what turns a seed into figures.
    ///
    /// That is the generator, how draws are taken from it, and how a trial decides. A change to any of them
    /// that changes a figure raises the number at the end.
    public static let generator = "philox4x32-10/1"
}
