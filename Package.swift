// swift-tools-version: 6.1
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

let package = Package(
    name: "Selaras",
    products: [.executable(name: "selaras", targets: ["selaras"])],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        // Floor 0: C
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
        .target(name: "CGLPKShims", dependencies: ["CGLPK"], linkerSettings: [.linkedLibrary("glpk")]),
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        // Floor 1
        .target(name: "Linear"),
        .target(name: "Probability"),
        // Floor 2
        .target(name: "GLPK", dependencies: ["CGLPKShims", "Linear"]),
        .target(name: "Portfolio"),
        // Floor 3
        .target(
            name: "ScenarioReading",
            dependencies: ["Portfolio", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("Schema/scenario.schema.json")]),
        .target(name: "Formulation", dependencies: ["Portfolio", "Linear"]),
        .target(name: "Verification", dependencies: ["Portfolio"]),
        // Floor 4
        .target(name: "Planning", dependencies: ["Formulation", "Verification"]),
        .target(name: "Simulation", dependencies: ["Portfolio", "Probability"]),
        // Floor 5
        .target(name: "Reporting", dependencies: ["CXLSXWriter", "Planning", "Simulation"]),
        // Floor 6
        .target(name: "Regression", dependencies: ["Planning", "Portfolio", "Reporting", "Simulation"]),
        // Floor 7
        .executableTarget(
            name: "selaras",
            dependencies: [
                "Formulation", "GLPK", "Linear", "Planning", "Portfolio", "Regression", "Reporting",
                "ScenarioReading", "Simulation", "Verification",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        // Tests
        .target(
            name: "TestSupport", dependencies: ["Portfolio", "Verification"], path: "Tests/TestSupport"),
        .testTarget(name: "PortfolioTests", dependencies: ["Portfolio"]),
        .testTarget(name: "LinearTests", dependencies: ["Linear", "TestSupport"]),
        .testTarget(name: "ProbabilityTests", dependencies: ["Probability"]),
        .testTarget(name: "GLPKTests", dependencies: ["GLPK", "Linear", "TestSupport"]),
        .testTarget(name: "ScenarioReadingTests", dependencies: ["ScenarioReading", "TestSupport"]),
        .testTarget(name: "FormulationTests", dependencies: ["Formulation", "TestSupport", "Verification"]),
        .testTarget(name: "VerificationTests", dependencies: ["Verification", "TestSupport"]),
        .testTarget(
            name: "PlanningTests", dependencies: ["Planning", "GLPK", "ScenarioReading", "TestSupport"]),
        .testTarget(
            name: "SimulationTests",
            dependencies: [
                "Planning", "Probability", "Reporting", "Simulation", "TestSupport", "Verification",
            ]),
        .testTarget(
            name: "ReportingTests",
            dependencies: ["Planning", "Portfolio", "Reporting", "TestSupport", "Verification"]),
        .testTarget(
            name: "RegressionTests",
            dependencies: ["Planning", "Portfolio", "Probability", "Regression", "Reporting"]),
        .testTarget(name: "EndToEndTests", dependencies: ["Reporting", "ScenarioReading", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)
