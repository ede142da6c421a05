// swift-tools-version: 6.1
import PackageDescription

let tests: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]
// Members count only where their module is imported: Foundation has a `contains` for strings that
// brings tens of megabytes into a static program, and one file that imports it would lend it to all.
let core = tests + [.enableUpcomingFeature("MemberImportVisibility")]

let package = Package(
  name: "ebb",
  platforms: [.macOS(.v14)],
  products: [
    .executable(name: "ebb", targets: ["ebb"]),
    .executable(name: "ebb-bench", targets: ["Benchmarks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // C: thin layers over system libraries, nothing else.
    .target(
      name: "CMarkdown",
      linkerSettings: [.linkedLibrary("cmark-gfm"), .linkedLibrary("cmark-gfm-extensions")]),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(
      name: "CNcurses",
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),

    .target(name: "Decks", dependencies: ["CMarkdown"], swiftSettings: core),
    .target(name: "Scheduling", dependencies: ["Decks"], swiftSettings: core),
    .target(name: "MockInterview", dependencies: ["Decks"], swiftSettings: core),
    .target(
      name: "ProgressStore", dependencies: ["Decks", "Scheduling", "CSQLite"],
      swiftSettings: core),
    .target(
      name: "Reports", dependencies: ["Decks", "MockInterview", "Scheduling"],
      swiftSettings: core),
    .target(
      name: "TerminalUI", dependencies: ["Decks", "MockInterview", "Reports", "Scheduling"],
      swiftSettings: core),
    .target(
      name: "CursesTerminal", dependencies: ["TerminalUI", "CNcurses"], swiftSettings: core),
    .executableTarget(
      name: "ebb",
      dependencies: [
        "CursesTerminal", "Decks", "MockInterview", "ProgressStore", "Reports", "Scheduling",
        "TerminalUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      resources: [
        .embedInCode("Page/page.mustache"), .embedInCode("Page/table.mustache"),
        .embedInCode("Page/style.css"),
      ],
      swiftSettings: core),

    // A target of its own, because it measures the program from outside and its modules from inside.
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "CMarkdown", "Decks", "MockInterview", "ProgressStore", "Scheduling", "TestSupport",
      ],
      swiftSettings: core),

    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(name: "CFaultyFiles", dependencies: ["CSQLite"], path: "Tests/CFaultyFiles"),
    .target(
      name: "TestSupport", dependencies: ["CPseudoTerminal"], path: "Tests/TestSupport",
      swiftSettings: tests),
    .testTarget(
      name: "DecksTests", dependencies: ["Decks", "TestSupport"],
      exclude: ["Goldens"], swiftSettings: tests),
    .testTarget(
      name: "SchedulingTests", dependencies: ["Decks", "Scheduling", "TestSupport"],
      exclude: ["Vectors"], swiftSettings: tests),
    .testTarget(
      name: "MockInterviewTests", dependencies: ["Decks", "MockInterview", "TestSupport"],
      exclude: ["Answers"], swiftSettings: tests),
    .testTarget(
      name: "ProgressStoreTests",
      dependencies: [
        "CFaultyFiles", "CSQLite", "Decks", "ProgressStore", "Scheduling", "TestSupport",
      ],
      exclude: ["Schemas"],
      swiftSettings: tests),
    .testTarget(
      name: "ReportsTests", dependencies: ["Decks", "Reports", "Scheduling", "TestSupport"],
      swiftSettings: tests),
    .testTarget(
      name: "TerminalUITests",
      dependencies: [
        "Decks", "MockInterview", "Reports", "Scheduling", "TerminalUI", "TestSupport",
      ],
      exclude: ["Screens"], swiftSettings: tests),
    .testTarget(
      name: "EbbTests", dependencies: ["ebb", "Scheduling", "TerminalUI", "TestSupport"],
      swiftSettings: tests),
    .testTarget(
      name: "EndToEndTests", dependencies: ["ebb", "TestSupport"], swiftSettings: tests),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: tests),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings a main function of its own and instruments everything, so that the program it
// runs is known only where scripts/fuzz asks for it, and ebb itself is then a library without one.
if Context.environment["EBB_FUZZ"] != nil {
  for (place, target) in package.targets.enumerated() where target.name == "ebb" {
    package.targets[place] = .target(
      name: "ebb", dependencies: target.dependencies, resources: target.resources,
      swiftSettings: core + [.define("FUZZING"), .unsafeFlags(["-enable-testing"])])
  }
  package.targets.removeAll { $0.isTest }
  package.targets.append(
    .executableTarget(
      name: "Fuzzing",
      dependencies: ["ebb", "Decks", "ProgressStore", "Scheduling", "TerminalUI"],
      path: "Tests/Fuzzing", exclude: ["Seeds"],
      swiftSettings: tests + [.unsafeFlags(["-parse-as-library"])]))
  package.products = [.executable(name: "ebb-fuzz", targets: ["Fuzzing"])]
}
