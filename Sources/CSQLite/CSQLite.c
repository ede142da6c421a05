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

static uint64_t sum_of(int count, sqlite3_value **values) {
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
  return sum;
}

static void row_sum(sqlite3_context *context, int count, sqlite3_value **values) {
  sqlite3_result_int64(context, (sqlite3_int64)sum_of(count, values));
}

// What a row_set knows of the rows so far.
struct row_set {
  uint64_t sum;
};

static void row_set_step(sqlite3_context *context, int count, sqlite3_value **values) {
  struct row_set *set = sqlite3_aggregate_context(context, sizeof *set);
  if (set != NULL) set->sum += sum_of(count, values);
}

static void row_set_final(sqlite3_context *context) {
  struct row_set *set = sqlite3_aggregate_context(context, 0);
  sqlite3_result_int64(context, set == NULL ? 0 : (sqlite3_int64)set->sum);
}

enum { longest_key = 512 };

// What row_order knows: whether the rows came in order so far, and the last of them.
struct row_order {
  int has_last, is_broken, size;
  unsigned char last[longest_key];
};

// Writes values so that their bytes are in the order of the values: numbers with the sign turned
// and the highest byte first, texts with two zeros at the end and a mark behind every zero of their
// own. Returns the size; -1 if it is too long.
static int write_key(unsigned char *key, int count, sqlite3_value **values) {
  int size = 0;
  for (int index = 0; index < count; index++) {
    if (sqlite3_value_type(values[index]) == SQLITE_INTEGER) {
      if (size + 8 > longest_key) return -1;
      uint64_t word = (uint64_t)sqlite3_value_int64(values[index]) ^ (uint64_t)1 << 63;
      for (int byte = 0; byte < 8; byte++) key[size++] = (unsigned char)(word >> (56 - 8 * byte));
    } else {
      const unsigned char *text = sqlite3_value_blob(values[index]);
      int length = sqlite3_value_bytes(values[index]);
      for (int at = 0; at < length; at++) {
        if (size + 4 > longest_key) return -1;
        key[size++] = text[at];
        if (text[at] == 0) key[size++] = 0xff;
      }
      if (size + 2 > longest_key) return -1;
      key[size++] = 0;
      key[size++] = 0;
    }
  }
  return size;
}

static void row_order_step(sqlite3_context *context, int count, sqlite3_value **values) {
  struct row_order *order = sqlite3_aggregate_context(context, sizeof *order);
  if (order == NULL) return;
  unsigned char key[longest_key];
  int size = write_key(key, count, values);
  // A key that does not fit is not compared, and neither is the one after it.
  if (order->has_last && size >= 0) {
    int common = size < order->size ? size : order->size;
    int order_of_both = memcmp(order->last, key, (size_t)common);
    if (order_of_both > 0 || (order_of_both == 0 && order->size >= size)) order->is_broken = 1;
  }
  order->has_last = size >= 0;
  order->size = size;
  if (size > 0) memcpy(order->last, key, (size_t)size);
}

static void row_order_final(sqlite3_context *context) {
  struct row_order *order = sqlite3_aggregate_context(context, 0);
  sqlite3_result_int(context, order == NULL || !order->is_broken);
}

int ebb_add_functions(sqlite3 *database) {
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
  int status = sqlite3_create_function_v2(
      database, "row_sum", -1, flags, NULL, row_sum, NULL, NULL, NULL);
  if (status != SQLITE_OK) return status;
  status = sqlite3_create_function_v2(
      database, "row_set", -1, flags, NULL, NULL, row_set_step, row_set_final, NULL);
  if (status != SQLITE_OK) return status;
  return sqlite3_create_function_v2(
      database, "row_order", -1, flags, NULL, NULL, row_order_step, row_order_final, NULL);
}

int ebb_enable_triggers(sqlite3 *database, int enabled) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, enabled, NULL);
}
