// ncurses, and what Swift cannot see of it: macros, variadic functions, signals, terminal modes.
#ifndef EBB_CNCURSES_H
#define EBB_CNCURSES_H

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <stdbool.h>
#include <wchar.h>

// Opening and leaving -----------------------------------------------------------------------------

enum ebb_opening {
  EBB_OPENED = 0,
  EBB_NO_TERMINAL,     // standard output, or every candidate for input, is not a terminal
  EBB_UNKNOWN_TERM,    // terminfo does not describe TERM
  EBB_NO_CURSOR_MOVES  // the terminal cannot place its cursor
};

/// Takes over the terminal: alternate screen, raw mode, keypad, bracketed paste, signals. What is
/// needed to give it back is kept first. Input comes from standard input if that is a terminal,
/// else from the terminal that standard output is. `notice` is written to standard error after a
/// crash, once the terminal is usable again.
enum ebb_opening ebb_open(const char *term, int escape_delay_ms, const char *notice);

/// Takes the terminal again after `ebb_leave`, or after a stop that nobody announced; the next
/// `ebb_show` draws everything. Until then the screen is empty.
void ebb_enter(void);

/// Gives the terminal back as it was found. Does nothing when it is not taken.
void ebb_leave(void);

/// Rings the bell, or flashes the screen where there is none.
void ebb_ring(void);

/// Stops the process group as the terminal's own suspend key would; returns when continued, or at
/// once if there is no shell to continue it. Only after `ebb_leave`.
void ebb_stop(void);

/// Puts the signal dispositions back as they were found, but for a hang-up that has come.
void ebb_forget_signals(void);

/// Sets the character type of the locale; true if its characters are UTF-8.
bool ebb_set_locale(const char *name);

// Waiting -----------------------------------------------------------------------------------------

enum ebb_readiness {
  EBB_READABLE = 1,
  EBB_SIGNALLED = 2,
  EBB_HUNG_UP = 4,
  EBB_AT_END = 8
};

/// Waits for input or a signal, at most this many milliseconds (for ever if negative): a set of
/// `ebb_readiness`, 0 after the time.
int ebb_wait(int milliseconds);

enum ebb_signal {
  EBB_RESIZED = 1,
  EBB_CONTINUED = 2,
  EBB_ASKED_TO_STOP = 4,
  EBB_HANG_UP = 8,
  EBB_INTERRUPT = 16,
  EBB_TERMINATE = 32
};

/// The signals that came since the last call: a set of `ebb_signal`.
int ebb_take_signals(void);

/// The next character or key code without waiting: OK, KEY_CODE_YES or ERR, as `get_wch`.
int ebb_read_key(wint_t *key);

/// Key codes of ours, for the markers around pasted text.
enum { EBB_PASTE_BEGINS = 0x4000, EBB_PASTE_ENDS = 0x4001 };

/// Asks the terminal to tell of its mouse, until it is given back.
void ebb_watch_mouse(void);

enum ebb_mouse { EBB_NO_MOUSE = 0, EBB_CLICKED, EBB_WHEEL_UP, EBB_WHEEL_DOWN };

/// What the mouse did after `KEY_MOUSE` was read, and in which row, from 0.
enum ebb_mouse ebb_read_mouse(int *row);

// Drawing -----------------------------------------------------------------------------------------

/// The size of the window; what terminfo says, or 80 by 24, if the terminal does not know.
void ebb_window_size(int *rows, int *columns);

/// Tells ncurses the size of the window.
void ebb_resize(int rows, int columns);

/// Moves the cursor by an absolute address whatever ncurses believes, for after a cluster whose
/// width terminals disagree on. Only after `ebb_show`.
void ebb_place_cursor(int row, int column);

/// Starts colours upon the terminal's own default ones: how many there are, 0 for none.
int ebb_start_colours(void);

/// Puts one cluster, of at most CCHARW_MAX scalars ended by 0, into a cell.
static inline void ebb_put(
    int row, int column, const wchar_t *cluster, unsigned attributes, short pair) {
  cchar_t cell;
  if (setcchar(&cell, cluster, attributes, pair, NULL) == OK) {
    mvwadd_wchnstr(stdscr, row, column, &cell, 1);
  }
}

/// Sends what differs from the screen, and leaves the cursor at a position.
static inline void ebb_show(int row, int column) {
  wmove(stdscr, row, column);
  wrefresh(stdscr);
}

/// Empties what is to be shown, and makes the next `ebb_show` start from a cleared screen.
static inline void ebb_redraw(void) {
  werase(stdscr);
  clearok(curscr, TRUE);
}

/// The cells the C library, and so ncurses, counts for a character; -1 if it does not know it.
int ebb_width(wchar_t character);

static inline unsigned ebb_bold(void) { return (unsigned)A_BOLD; }
static inline unsigned ebb_reverse(void) { return (unsigned)A_REVERSE; }

#endif
