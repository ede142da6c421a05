#include "CMarkdown.h"

#include <cmark-gfm-extension_api.h>
#include <pthread.h>
#include <string.h>

// Exported by the extension library, declared in none of its installed headers.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL,
    CMARK_NODE_STRIKETHROUGH;

// cmark keeps the marks of its extensions in one table for the whole process, filled before a parser
// reads the inlines and cleared behind it: of two at once, one would miss them. Blocks are read
// before that, so that only the end of a parse has to wait its turn.
static pthread_mutex_t inlines = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t registration = PTHREAD_ONCE_INIT;

// Nothing that lies deeper is shown; who walks the tree by calling itself must not run out of stack.
enum { deepest = 72 };

static void cut_below_deepest(cmark_node *document) {
  int depth = 0;
  for (cmark_node *node = document; node;) {
    cmark_node *child = cmark_node_first_child(node);
    if (child && depth < deepest) {
      node = child;
      depth++;
      continue;
    }
    for (; child; child = cmark_node_first_child(node)) cmark_node_free(child);
    while (node && !cmark_node_next(node)) {
      node = cmark_node_parent(node);
      depth--;
    }
    if (node) node = cmark_node_next(node);
  }
}

cmark_node *ebb_markdown_parse(const char *text, size_t length) {
  pthread_once(&registration, cmark_gfm_core_extensions_ensure_registered);
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  const char *names[] = {"table", "strikethrough", "tasklist"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    cmark_syntax_extension *extension = cmark_find_syntax_extension(names[i]);
    if (extension) cmark_parser_attach_syntax_extension(parser, extension);
  }
  cmark_parser_feed(parser, text, length);
  pthread_mutex_lock(&inlines);
  cmark_node *document = cmark_parser_finish(parser);
  pthread_mutex_unlock(&inlines);
  cmark_parser_free(parser);
  cut_below_deepest(document);
  return document;
}

ebb_node_kind ebb_node_kind_of(cmark_node *node) {
  cmark_node_type type = cmark_node_get_type(node);
  switch (type) {
    case CMARK_NODE_DOCUMENT: return EBB_DOCUMENT;
    case CMARK_NODE_BLOCK_QUOTE: return EBB_QUOTE;
    case CMARK_NODE_LIST: return EBB_LIST;
    case CMARK_NODE_ITEM: return EBB_LIST_ITEM;
    case CMARK_NODE_CODE_BLOCK: return EBB_CODE_BLOCK;
    case CMARK_NODE_HTML_BLOCK: return EBB_HTML_BLOCK;
    case CMARK_NODE_PARAGRAPH: return EBB_PARAGRAPH;
    case CMARK_NODE_HEADING: return EBB_HEADING;
    case CMARK_NODE_THEMATIC_BREAK: return EBB_THEMATIC_BREAK;
    case CMARK_NODE_TEXT: return EBB_TEXT;
    case CMARK_NODE_SOFTBREAK: return EBB_SOFT_BREAK;
    case CMARK_NODE_LINEBREAK: return EBB_LINE_BREAK;
    case CMARK_NODE_CODE: return EBB_CODE;
    case CMARK_NODE_HTML_INLINE: return EBB_HTML_INLINE;
    case CMARK_NODE_EMPH: return EBB_EMPHASIS;
    case CMARK_NODE_STRONG: return EBB_STRONG;
    case CMARK_NODE_LINK: return EBB_LINK;
    case CMARK_NODE_IMAGE: return EBB_IMAGE;
    default: break;
  }
  if (type == CMARK_NODE_TABLE) return EBB_TABLE;
  if (type == CMARK_NODE_TABLE_ROW) return EBB_TABLE_ROW;
  if (type == CMARK_NODE_TABLE_CELL) return EBB_TABLE_CELL;
  if (type == CMARK_NODE_STRIKETHROUGH) return EBB_STRIKETHROUGH;
  return EBB_OTHER;
}

int ebb_node_is_task(cmark_node *node) {
  const char *name = cmark_node_get_type_string(node);
  return name && strcmp(name, "tasklist") == 0;
}
