import ArgumentParser

@main struct Selaras: ParsableCommand {}
