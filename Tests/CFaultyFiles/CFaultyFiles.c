#include "CFaultyFiles.h"

#include <sqlite3.h>
#include <stddef.h>
#include <string.h>

static _Thread_local ebb_file_watcher watcher;
static _Thread_local void *watcher_context;

void ebb_watch_files(ebb_file_watcher next, void *context) {
  watcher = next;
  watcher_context = context;
}

typedef struct {
  sqlite3_file file;
  const char *path;
} Watched;

static sqlite3_file *under(sqlite3_file *file) { return (sqlite3_file *)((Watched *)file + 1); }

static int ask(int operation, const char *path, int64_t offset, const void *bytes, int size) {
  if (watcher == NULL) return SQLITE_OK;
  return watcher(watcher_context, operation, path == NULL ? "" : path, offset, bytes, size);
}

static int watched_read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset) {
  int status = ask(EBB_FILE_READ, ((Watched *)file)->path, offset, NULL, size);
  return status != 0 ? status : under(file)->pMethods->xRead(under(file), bytes, size, offset);
}

static int watched_write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset) {
  int status = ask(EBB_FILE_WRITE, ((Watched *)file)->path, offset, bytes, size);
  if (status < 0) {
    int part = -status - 1 < size ? -status - 1 : size;
    if (part > 0) under(file)->pMethods->xWrite(under(file), bytes, part, offset);
    return SQLITE_FULL;
  }
  return status != 0 ? status : under(file)->pMethods->xWrite(under(file), bytes, size, offset);
}

static int watched_truncate(sqlite3_file *file, sqlite3_int64 size) {
  int status = ask(EBB_FILE_TRUNCATE, ((Watched *)file)->path, size, NULL, 0);
  return status != 0 ? status : under(file)->pMethods->xTruncate(under(file), size);
}

static int watched_sync(sqlite3_file *file, int flags) {
  int status = ask(EBB_FILE_SYNC, ((Watched *)file)->path, 0, NULL, 0);
  return status != 0 ? status : under(file)->pMethods->xSync(under(file), flags);
}

#define PASS(name, parameters, ...) \
  static int pass_##name parameters { \
    return under(file)->pMethods->name(under(file), __VA_ARGS__); \
  }
#define PASS_ALONE(name) \
  static int pass_##name(sqlite3_file *file) { \
    return under(file)->pMethods->name(under(file)); \
  }

PASS_ALONE(xClose)
PASS(xFileSize, (sqlite3_file * file, sqlite3_int64 *size), size)
PASS(xLock, (sqlite3_file * file, int level), level)
PASS(xUnlock, (sqlite3_file * file, int level), level)
PASS(xCheckReservedLock, (sqlite3_file * file, int *result), result)
PASS(xFileControl, (sqlite3_file * file, int code, void *argument), code, argument)
PASS_ALONE(xSectorSize)
PASS_ALONE(xDeviceCharacteristics)
PASS(xShmMap, (sqlite3_file * file, int page, int size, int extend, void volatile **memory),
     page, size, extend, memory)
PASS(xShmLock, (sqlite3_file * file, int offset, int count, int flags), offset, count, flags)
PASS(xShmUnmap, (sqlite3_file * file, int removes), removes)

static void pass_xShmBarrier(sqlite3_file *file) {
  under(file)->pMethods->xShmBarrier(under(file));
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = pass_xClose,
  .xRead = watched_read,
  .xWrite = watched_write,
  .xTruncate = watched_truncate,
  .xSync = watched_sync,
  .xFileSize = pass_xFileSize,
  .xLock = pass_xLock,
  .xUnlock = pass_xUnlock,
  .xCheckReservedLock = pass_xCheckReservedLock,
  .xFileControl = pass_xFileControl,
  .xSectorSize = pass_xSectorSize,
  .xDeviceCharacteristics = pass_xDeviceCharacteristics,
  .xShmMap = pass_xShmMap,
  .xShmLock = pass_xShmLock,
  .xShmBarrier = pass_xShmBarrier,
  .xShmUnmap = pass_xShmUnmap,
};

static sqlite3_vfs watched;
static sqlite3_vfs *system_files;

static int watched_open(
    sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *result) {
  memset(file, 0, sizeof(Watched));
  int status = system_files->xOpen(system_files, name, under(file), flags, result);
  if (status != SQLITE_OK) return status;
  file->pMethods = &methods;
  // SQLite keeps the name as long as the file is open.
  ((Watched *)file)->path = name;
  return SQLITE_OK;
}

static int watched_delete(sqlite3_vfs *vfs, const char *name, int syncs) {
  int status = ask(EBB_FILE_DELETE, name, 0, NULL, 0);
  return status != 0 ? status : system_files->xDelete(system_files, name, syncs);
}

// Before any test runs, because the file system that is the default then is built upon.
__attribute__((constructor)) static void begin(void) {
  if (sqlite3_initialize() != SQLITE_OK) return;
  system_files = sqlite3_vfs_find(NULL);
  watched = *system_files;
  watched.zName = "watched";
  watched.pNext = NULL;
  watched.szOsFile = (int)sizeof(Watched) + system_files->szOsFile;
  watched.xOpen = watched_open;
  watched.xDelete = watched_delete;
  sqlite3_vfs_register(&watched, 1);
}
