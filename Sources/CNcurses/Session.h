// What the files of this target share; not for Swift.
#ifndef EBB_SESSION_H
#define EBB_SESSION_H

#include <stddef.h>
#include <termios.h>

/// Writes all of it, unless the descriptor fails. Safe in a handler.
void ebb_write(int descriptor, const char *bytes, size_t length);

/// Installs the handlers. `wake` is the descriptor a handler writes to.
void ebb_catch_signals(int wake, const char *notice);

/// Keeps the dispositions found, before anyone changes them.
void ebb_note_signals(void);

/// Keeps the bytes and modes that give the terminal back, for the handlers.
void ebb_keep_restoration(int terminal, const char *bytes, const struct termios *found);

/// Says whether the terminal is taken, that is, whether a crash has to give it back.
void ebb_mark_taken(int taken);

/// Says that the terminal is gone, before a signal may say it.
void ebb_note_hang_up(void);

/// Lets SIGTSTP stop the process, or come to us; 0 if it was found ignored and stays so.
int ebb_default_stop(int is_default);

#endif
