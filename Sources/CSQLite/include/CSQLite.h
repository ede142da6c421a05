// SQLite, and the one macro of it that Swift cannot import.
#ifndef EBB_CSQLITE_H
#define EBB_CSQLITE_H

#include <sqlite3.h>

/// Binds a copy of the text, so that Swift's buffer may go away at once.
static inline int ebb_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

/// Adds the SQL function `row_sum(value, ...)`: a checksum of values and their types, 64 bits.
int ebb_add_row_sum(sqlite3 *database);

#endif
