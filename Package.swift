// swift-tools-version: 6.1
import PackageDescription

let core: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

let package = Package(
  name: "ebb",
  platforms: [.macOS(.v14)],
  products: [.executable(name: "ebb", targets: ["ebb"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
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
    .target(
      name: "ProgressStore", dependencies: ["Decks", "Scheduling", "CSQLite"],
      swiftSettings: core),
    .target(name: "TerminalUI", dependencies: ["Decks", "Scheduling"], swiftSettings: core),
    .target(
      name: "CursesTerminal", dependencies: ["TerminalUI", "CNcurses"], swiftSettings: core),
    .executableTarget(
      name: "ebb",
      dependencies: [
        "CursesTerminal", "Decks", "ProgressStore", "Scheduling", "TerminalUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: core),

    .target(
      name: "CPseudoTerminal", path: "Tests/CPseudoTerminal",
      linkerSettings: [.linkedLibrary("util", .when(platforms: [.linux]))]),
    .target(
      name: "TestSupport", dependencies: ["CPseudoTerminal"], path: "Tests/TestSupport", swiftSettings: core),
    .testTarget(
      name: "DecksTests", dependencies: ["Decks", "TestSupport"],
      exclude: ["Goldens"], swiftSettings: core),
    .testTarget(
      name: "SchedulingTests", dependencies: ["Decks", "Scheduling", "TestSupport"],
      exclude: ["Vectors"], swiftSettings: core),
    .testTarget(
      name: "ProgressStoreTests",
      dependencies: ["Decks", "ProgressStore", "Scheduling", "TestSupport"],
      swiftSettings: core),
    .testTarget(
      name: "TerminalUITests",
      dependencies: ["Decks", "Scheduling", "TerminalUI", "TestSupport"],
      exclude: ["Screens"], swiftSettings: core),
    .testTarget(
      name: "EndToEndTests", dependencies: ["ebb", "TestSupport"], swiftSettings: core),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: core),
  ],
  swiftLanguageModes: [.v6]
)
