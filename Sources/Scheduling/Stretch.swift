import Foundation

/// Texts of many cards in one stretch of bytes, each ended by a 0, which none of them holds.
struct Stretch: Sendable {
  var bytes: [UInt8] = []
  /// Where each text begins, and the end of the last one.
  private var starts: [Int] = [0]

  mutating func begin() { precondition(bytes.count == starts[starts.count - 1]) }

  mutating func end() {
    bytes.append(0)
    starts.append(bytes.count)
  }

  /// Of ascending candidates those whose text holds some bytes.
  func find(_ wanted: [UInt8], among candidates: [Int]) -> [Int] {
    if wanted.isEmpty { return candidates }
    return bytes.withUnsafeBufferPointer { all in
      wanted.withUnsafeBufferPointer { wanted in
        // One walk over everything is quicker than many short ones, unless little is to be seen.
        candidates.count * 4 < starts.count
          ? each(of: candidates, in: all, holds: wanted)
          : walk(over: candidates, in: all, for: wanted)
      }
    }
  }

  private func each(
    of candidates: [Int], in all: UnsafeBufferPointer<UInt8>,
    holds wanted: UnsafeBufferPointer<UInt8>
  ) -> [Int] {
    candidates.filter { card in
      let text = UnsafeBufferPointer(rebasing: all[starts[card]..<starts[card + 1]])
      return text.firstOffset(of: wanted, from: 0) != nil
    }
  }

  private func walk(
    over candidates: [Int], in all: UnsafeBufferPointer<UInt8>,
    for wanted: UnsafeBufferPointer<UInt8>
  ) -> [Int] {
    var found: [Int] = []
    var next = 0
    var offset = 0
    while next < candidates.count {
      offset = max(offset, starts[candidates[next]])
      guard let hit = all.firstOffset(of: wanted, from: offset) else { break }
      while next < candidates.count, starts[candidates[next] + 1] <= hit { next += 1 }
      guard next < candidates.count else { break }
      // The hit may lie in a card between two candidates.
      if starts[candidates[next]] <= hit {
        found.append(candidates[next])
        next += 1
      }
    }
    return found
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where other bytes next stand, at or after an offset.
  func firstOffset(of other: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int? {
    guard let start = baseAddress, let wanted = other.baseAddress, !other.isEmpty else {
      return other.isEmpty ? offset : nil
    }
    // The rarest of the bytes is looked for, so that few finds are in vain.
    let pivot = other.indices.min { Self.frequency(other[$0]) < Self.frequency(other[$1]) } ?? 0
    var from = offset
    while from + other.count <= count {
      let room = count - from - other.count + 1
      guard let found = memchr(start + from + pivot, Int32(other[pivot]), room) else { return nil }
      from = UnsafeRawPointer(found) - UnsafeRawPointer(start) - pivot
      if memcmp(start + from, wanted, other.count) == 0 { return from }
      from += 1
    }
    return nil
  }

  /// How common a byte is in notes; only the order matters.
  private static func frequency(_ byte: UInt8) -> Int {
    let commonFirst: StaticString = " etaoinsrlhdcumpfgywbvkxjqz"
    for rank in 0..<commonFirst.utf8CodeUnitCount where commonFirst.utf8Start[rank] == byte {
      return 40 - rank
    }
    // Digits and marks are rare; the bytes of other scripts are not, where there are any.
    return byte < 0x80 ? 1 : 30
  }
}
