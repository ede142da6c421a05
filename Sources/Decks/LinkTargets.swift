import CMarkdown

extension RichText {
  /// The addresses of the links and images of a text in their order, each once. Those within the
  /// note itself (`#heading`) are left out.
  package static func targets(in markdown: String) -> [String] {
    var targets: [String] = []
    _ = MarkdownNode.parse(markdown) { collect($0, into: &targets, depth: 0) }
    var seen: Set<String> = []
    return targets.filter { seen.insert($0).inserted }
  }

  private static func collect(
    _ node: MarkdownNode, into targets: inout [String], depth: Int
  ) {
    guard depth < 64 else { return }
    for child in node.children {
      if child.kind == EBB_LINK || child.kind == EBB_IMAGE {
        let address = child.address.withoutControls
        if !address.isEmpty, address.utf8.first != UInt8(ascii: "#") { targets.append(address) }
      }
      collect(child, into: &targets, depth: depth + 1)
    }
  }
}
