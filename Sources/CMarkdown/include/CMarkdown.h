// The part of cmark-gfm that ebb uses, and the extension node types its headers leave out.
#ifndef EBB_CMARKDOWN_H
#define EBB_CMARKDOWN_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <stddef.h>

/// Parses UTF-8 text with tables, strikethrough and task lists, to 72 levels of nesting; what lies
/// deeper is left out. Never returns NULL; the caller frees the tree with cmark_node_free. Several
/// threads may call it.
cmark_node *ebb_markdown_parse(const char *text, size_t length);

/// Kinds of nodes, one number a kind whether it is of the core or of an extension.
typedef enum {
  EBB_OTHER = 0,
  EBB_DOCUMENT,
  EBB_QUOTE,
  EBB_LIST,
  EBB_LIST_ITEM,
  EBB_CODE_BLOCK,
  EBB_HTML_BLOCK,
  EBB_PARAGRAPH,
  EBB_HEADING,
  EBB_THEMATIC_BREAK,
  EBB_TABLE,
  EBB_TABLE_ROW,
  EBB_TABLE_CELL,
  EBB_TEXT,
  EBB_SOFT_BREAK,
  EBB_LINE_BREAK,
  EBB_CODE,
  EBB_HTML_INLINE,
  EBB_EMPHASIS,
  EBB_STRONG,
  EBB_LINK,
  EBB_IMAGE,
  EBB_STRIKETHROUGH,
} ebb_node_kind;

ebb_node_kind ebb_node_kind_of(cmark_node *node);

/// Whether a list item carries a task-list checkbox.
int ebb_node_is_task(cmark_node *node);

#endif
