import CMarkdown

/// What has been found out about one node of a parsed note: several rules ask the same of it.
/// The node owns it, so that both are gone together.
final class NodeMemo {
  var inline: String?
  var plain: String?
  var words: Int?
  /// The sentences of `plain`.
  var sentences: [String]?
  var isFurniture: Bool?
  var labels: [Label]?
  /// What `Label.title` gives; nil while nobody has asked.
  var title: Label??
  /// What `Table.init` gives; nil while nobody has asked.
  var table: Table??

  /// The memo of a node, made when it is first asked for.
  static func of(_ node: OpaquePointer) -> NodeMemo {
    if let known = cmark_node_get_user_data(node) {
      return Unmanaged<NodeMemo>.fromOpaque(known).takeUnretainedValue()
    }
    let memo = NodeMemo()
    cmark_node_set_user_data(node, Unmanaged.passRetained(memo).toOpaque())
    cmark_node_set_user_data_free_func(node) { _, memo in
      if let memo { Unmanaged<NodeMemo>.fromOpaque(memo).release() }
    }
    return memo
  }
}
