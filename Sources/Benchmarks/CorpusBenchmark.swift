import Foundation
import TestSupport

/// Folders of many notes and notes made to hurt, compiled by the program from outside.
struct CorpusBenchmark {
  let program: String
  /// Sections of real notes, of which the folders are put together.
  private let sections: [String]
  private let folder = NSTemporaryDirectory() + "ebb-bench-corpus-\(getpid())"

  init(program: String, notes path: String) throws {
    self.program = program
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    sections = names.filter { $0.hasSuffix(".md") }.sorted().flatMap { name in
      let text = FileManager.default.contents(atPath: path + "/" + name) ?? Data()
      return Self.sections(of: String(decoding: text, as: UTF8.self))
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// The parts from one heading of level 2 or 3 to the next.
  private static func sections(of text: String) -> [String] {
    var sections: [String] = []
    var isCode = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isCode.toggle() }
      if !isCode, line.hasPrefix("## ") || line.hasPrefix("### ") { sections.append("") }
      if !sections.isEmpty { sections[sections.count - 1] += line + "\n" }
    }
    return sections
  }

  func run() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    guard !sections.isEmpty else { return }
    try measureGrowth()
    try measureManyFiles()
    try measureOneLargeFile()
    try measureHostileNotes()
  }

  private func measureGrowth() throws {
    var times: [Double] = []
    for megabytes in [1, 10, 100] {
      let path = folder + "/\(megabytes)mb"
      try write(files: megabytes * 25, bytes: 40_000, below: path, seed: UInt64(megabytes))
      let sample = try compile(path, runs: megabytes < 100 ? 5 : 3)
      times.append(sample.time.median)
      report(
        "compile \(megabytes) MB of notes, ms", sample.time.median.short,
        spread: sample.time.spread)
      if megabytes == 100 { report("its memory, MB", sample.memory.median.short) }
      try FileManager.default.removeItem(atPath: path)
    }
    report(
      "growth exponent, 1 to 100 MB", (log10(times[2] / times[0]) / 2).short, aim: "at most 1.1")
  }

  private func measureManyFiles() throws {
    let path = folder + "/many"
    let bytes = try write(files: 10_000, bytes: 2_000, below: path, seed: 10_000)
    let cold = try compile(path, runs: 3)
    report(
      "compile 10,000 files (\(bytes / 1_000_000) MB), cold, ms", cold.time.median.short,
      spread: cold.time.spread, aim: "under 2000")
    guard try measure(["add", path]).status == 0 else { return }
    var warm = Sample()
    for _ in 0..<7 { warm.add(try measure(["compile"]).milliseconds) }
    report(
      "nothing changed in 10,000 files, ms", warm.median.short, spread: warm.spread,
      aim: "under 150")
    try FileManager.default.removeItem(atPath: path)
  }

  private func measureOneLargeFile() throws {
    let path = folder + "/large"
    try write(files: 1, bytes: 10_000_000, below: path, seed: 1)
    let sample = try compile(path, runs: 3)
    report("compile one file of 10 MB, ms", sample.time.median.short, spread: sample.time.spread)
    report("its memory, MB", sample.memory.median.short, aim: "under 200")
    try FileManager.default.removeItem(atPath: path)
  }

  private func measureHostileNotes() throws {
    func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    let notes: [(name: String, text: String)] = [
      ("10,000,000 headings", many("#\n", 10_000_000)),
      ("1,000,000 headings with text", many("# a\n\nb\n\n", 1_000_000)),
      ("100,000 quotes deep", many(">", 100_000) + "a\n"),
      ("100,000 lists deep", many("- ", 100_000) + "a\n"),
      ("100,000 open brackets", many("[", 100_000)),
      ("100,000 brackets in brackets", many("[", 100_000) + "a" + many("]", 100_000)),
      ("100,000 images in brackets", many("![[]()", 100_000)),
      ("100,000 open emphases", many("*a _b ", 100_000)),
      ("a table of 5,000 columns", many("|a", 5_000) + "|\n" + many("|-", 5_000) + "|\n"),
      (
        "100,000 short rows below 60 columns",
        many("|a", 60) + "|\n" + many("|-", 60) + "|\n" + many("|b\n", 100_000)
      ),
      ("lines of 1 MB", many(many("word ", 200_000) + "\n\n", 8)),
      ("100,000 times one question", many("## What is it?\n\nA thing of its own.\n\n", 100_000)),
    ]
    let path = folder + "/hostile.md"
    for note in notes {
      try Data(note.text.utf8).write(to: URL(fileURLWithPath: path))
      try measureHostileNote(note.name, at: path)
    }
    // Nothing but its length is on the disk.
    truncate(path, 1 << 30)
    try measureHostileNote("a file of 1 GB", at: path)
  }

  private func measureHostileNote(_ name: String, at path: String) throws {
    let run = try measure(["compile", path])
    report(
      name + ", ms", run.milliseconds.short, spread: "\(run.megabytes.short) MB")
  }

  /// Notes of sections drawn at random, each with a number of its own in its headings.
  /// - Returns: Bytes of all notes; each has a section more than it has room for.
  @discardableResult
  private func write(files: Int, bytes: Int, below path: String, seed: UInt64) throws -> Int {
    var random = SeededGenerator(seed: seed)
    var number = 0
    var written = 0
    for file in 0..<files {
      let parent = path + "/part\(file / 100)"
      if file % 100 == 0 {
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      }
      var text = "# Note \(file)\n\n"
      while text.utf8.count < bytes, let section = sections.randomElement(using: &random) {
        number += 1
        let end = section.firstIndex(of: "\n") ?? section.endIndex
        text += section[..<end] + " \(number)" + section[end...] + "\n"
      }
      try Data(text.utf8).write(to: URL(fileURLWithPath: parent + "/note\(file).md"))
      written += text.utf8.count
    }
    return written
  }

  private func compile(_ path: String, runs: Int) throws -> (time: Sample, memory: Sample) {
    var time = Sample()
    var memory = Sample()
    for _ in 0..<runs {
      let run = try measure(["compile", path])
      time.add(run.milliseconds)
      memory.add(run.megabytes)
    }
    return (time, memory)
  }

  private func measure(_ arguments: [String]) throws -> ProgramRun {
    try ProgramRun(
      program, arguments,
      ["EBB_HOME": folder + "/home", "TZ": "UTC", "HOME": folder, "LC_ALL": "C.UTF-8"])
  }
}
