// A file system for SQLite whose calls a test can watch and let fail, on its own thread alone.
#ifndef EBB_CFAULTYFILES_H
#define EBB_CFAULTYFILES_H

#include <stdint.h>

enum {
  EBB_FILE_READ,
  EBB_FILE_WRITE,
  EBB_FILE_TRUNCATE,
  EBB_FILE_SYNC,
  EBB_FILE_DELETE,
};

/// Asked before every call on a file: 0 lets it happen, an SQLite result lets it fail with that, and
/// a negative number -n lets a write end after n - 1 bytes with a full disk.
/// `offset` is the new size of a file that is truncated.
typedef int (*ebb_file_watcher)(
    void *context, int operation, const char *path, int64_t offset, const void *bytes, int size);

/// Asks this watcher about the calls of this thread; NULL ends that.
void ebb_watch_files(ebb_file_watcher watcher, void *context);

#endif
