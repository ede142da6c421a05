#include "CSQLite.h"

#include <stdint.h>
#include <string.h>

// Every step can be undone as long as the word is known, so that two rows that differ in one word
// never have one sum.
static uint64_t add(uint64_t sum, uint64_t word) {
  sum = (sum ^ word) * 0xff51afd7ed558ccdu;
  return sum ^ (sum >> 32);
}

static uint64_t add_bytes(uint64_t sum, const unsigned char *bytes, int count) {
  for (int at = 0; at < count; at += 8) {
    uint64_t word = 0;
    // The same on machines of either order of bytes.
    for (int byte = 0; byte < 8 && at + byte < count; byte++) {
      word |= (uint64_t)bytes[at + byte] << (8 * byte);
    }
    sum = add(sum, word);
  }
  return sum;
}

static void row_sum(sqlite3_context *context, int count, sqlite3_value **values) {
  uint64_t sum = 0x9e3779b97f4a7c15u;
  for (int index = 0; index < count; index++) {
    sqlite3_value *value = values[index];
    int type = sqlite3_value_type(value);
    sum = add(sum, (uint64_t)type);
    if (type == SQLITE_INTEGER) {
      sum = add(sum, (uint64_t)sqlite3_value_int64(value));
    } else if (type == SQLITE_FLOAT) {
      double number = sqlite3_value_double(value);
      uint64_t bits = 0;
      // A zero that was stored has lost its sign.
      if (number != 0) memcpy(&bits, &number, sizeof bits);
      sum = add(sum, bits);
    } else if (type != SQLITE_NULL) {
      const unsigned char *bytes = sqlite3_value_blob(value);
      int size = sqlite3_value_bytes(value);
      sum = add_bytes(add(sum, (uint64_t)size), bytes, size);
    }
  }
  sqlite3_result_int64(context, (sqlite3_int64)sum);
}

int ebb_add_row_sum(sqlite3 *database) {
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
  return sqlite3_create_function_v2(
      database, "row_sum", -1, flags, NULL, row_sum, NULL, NULL, NULL);
}
