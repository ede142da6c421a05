// SQLite, what of it Swift cannot import, and functions that ebb adds to its SQL.
#ifndef EBB_CSQLITE_H
#define EBB_CSQLITE_H

#include <sqlite3.h>

/// Binds a copy of the text, so that Swift's buffer may go away at once.
static inline int ebb_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

/// Adds SQL functions: `row_sum(value, ...)`, a checksum of values and their types, 64 bits;
/// `row_set(value, ...)`, the sum of the checksums of all rows, the same in any order; and
/// `row_order(value, ...)`, whether the rows come in strictly ascending order, where no key is
/// longer than 500 bytes or so.
int ebb_add_functions(sqlite3 *database);

/// Lets triggers run on this connection, as they do at first, or not.
int ebb_enable_triggers(sqlite3 *database, int enabled);

#endif
