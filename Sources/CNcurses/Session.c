// One session on the terminal: taking it, leaving it, waiting for it.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CNcurses.h"
#include "Session.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

// term.h names these as macros.
#undef lines
#undef columns

static int input_descriptor = -1;
static int output_descriptor = -1;
static int wake_pipe[2] = {-1, -1};
static int is_open;
static int is_taken;
static int knows_paste;
static int knows_mouse;
static struct termios modes_found;
// Keys are read through a pad: reading through a window would refresh it.
static WINDOW *keys;

static void transmit(const char *bytes) { ebb_write(output_descriptor, bytes, strlen(bytes)); }

static int open_input(void) {
  if (isatty(STDIN_FILENO)) return STDIN_FILENO;
  // The device itself first: poll does not work on /dev/tty everywhere.
  char path[256];
  int descriptor = -1;
  if (ttyname_r(STDOUT_FILENO, path, sizeof path) == 0) {
    descriptor = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
  }
  return descriptor >= 0 ? descriptor : open("/dev/tty", O_RDWR | O_CLOEXEC);
}

// Appends a capability without its padding ("$<5>"), which nobody waits for any more.
static void append(char *bytes, size_t size, const char *capability) {
  if (!capability || capability == (const char *)-1) return;
  size_t length = strlen(bytes);
  for (const char *byte = capability; *byte && length + 1 < size; byte++) {
    const char *end = byte[0] == '$' && byte[1] == '<' ? strchr(byte, '>') : NULL;
    if (end) {
      byte = end;
    } else {
      bytes[length++] = *byte;
    }
  }
  bytes[length] = 0;
}

static char *capability(const char *name) { return tigetstr((char *)name); }

static bool has(const char *name) {
  char *text = capability(name);
  return text && text != (char *)-1;
}

static char *address(int row, int column) {
  if (!has("cup")) return NULL;
  return tparm(capability("cup"), (long)row, (long)column, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
}

static void prepare_restoration(void) {
  char bytes[512] = "";
  if (knows_paste) append(bytes, sizeof bytes, "\033[?2004l");
  if (knows_mouse) append(bytes, sizeof bytes, "\033[?1000l\033[?1006l");
  append(bytes, sizeof bytes, capability("sgr0"));
  append(bytes, sizeof bytes, capability("rmkx"));
  append(bytes, sizeof bytes, capability("cnorm"));
  // Without an alternate screen the shell goes on below.
  append(bytes, sizeof bytes, address(998, 0));
  append(bytes, sizeof bytes, "\r\n");
  append(bytes, sizeof bytes, capability("rmcup"));
  ebb_keep_restoration(output_descriptor, bytes, &modes_found);
}

static int open_pipe(void) {
  if (wake_pipe[0] >= 0) return 1;
  if (pipe(wake_pipe) != 0) return 0;
  for (int i = 0; i < 2; i++) {
    fcntl(wake_pipe[i], F_SETFD, FD_CLOEXEC);
    fcntl(wake_pipe[i], F_SETFL, O_NONBLOCK);
  }
  return 1;
}

static void set_modes(void) {
  raw();
  noecho();
  nonl();
  if (knows_paste) transmit("\033[?2004h");
}

enum ebb_opening ebb_open(const char *term, int escape_delay_ms, const char *notice) {
  if (!isatty(STDOUT_FILENO)) return EBB_NO_TERMINAL;
  output_descriptor = STDOUT_FILENO;
  input_descriptor = open_input();
  if (input_descriptor < 0 || !open_pipe()) return EBB_NO_TERMINAL;
  if (tcgetattr(output_descriptor, &modes_found) != 0) return EBB_NO_TERMINAL;
  int outcome = 0;
  if (setupterm((char *)term, output_descriptor, &outcome) != OK) return EBB_UNKNOWN_TERM;
  if (!address(0, 0)) return EBB_NO_CURSOR_MOVES;
  // Sequences of the private kind are harmless where sequences of this shape are understood.
  knows_paste = strncmp(address(0, 0), "\033[", 2) == 0;

  FILE *output = fdopen(dup(output_descriptor), "w");
  FILE *input = fdopen(dup(input_descriptor), "r");
  if (!output || !input) return EBB_NO_TERMINAL;
  ebb_note_signals();
  set_escdelay(escape_delay_ms);
  prepare_restoration();
  ebb_mark_taken(1);
  if (!newterm((char *)term, output, input)) {
    ebb_mark_taken(0);
    return EBB_UNKNOWN_TERM;
  }
  ebb_catch_signals(wake_pipe[1], notice);
  is_open = is_taken = 1;
  set_modes();
  idcok(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  curs_set(1);
  keys = newpad(1, 1);
  keypad(keys, TRUE);
  define_key("\033[200~", EBB_PASTE_BEGINS);
  define_key("\033[201~", EBB_PASTE_ENDS);
  return EBB_OPENED;
}

void ebb_watch_mouse(void) {
  if (!mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL)) return;
  // A click is told at once, not after a double click might have come.
  mouseinterval(0);
  knows_mouse = 1;
  prepare_restoration();
}

enum ebb_mouse ebb_read_mouse(int *row) {
  MEVENT event;
  if (getmouse(&event) != OK) return EBB_NO_MOUSE;
  *row = event.y;
  if (event.bstate & BUTTON1_PRESSED) return EBB_CLICKED;
  if (event.bstate & BUTTON4_PRESSED) return EBB_WHEEL_UP;
  return event.bstate & BUTTON5_PRESSED ? EBB_WHEEL_DOWN : EBB_NO_MOUSE;
}

void ebb_enter(void) {
  if (!is_open) return;
  if (is_taken) {
    // Stopped from outside: the shell has changed modes and screen behind our back.
    endwin();
  }
  ebb_mark_taken(1);
  reset_prog_mode();
  set_modes();
  ebb_redraw();
  wrefresh(stdscr);
  curs_set(1);
  is_taken = 1;
}

void ebb_ring(void) {
  if (is_taken) beep();
}

void ebb_leave(void) {
  if (!is_taken) return;
  is_taken = 0;
  if (knows_paste) transmit("\033[?2004l");
  endwin();
  // Without an alternate screen the shell goes on in the last row.
  if (!has("rmcup") && has("el")) transmit(capability("el"));
  tcsetattr(output_descriptor, TCSADRAIN, &modes_found);
  ebb_mark_taken(0);
}

void ebb_stop(void) {
  if (!ebb_default_stop(1)) return;
  // The whole group, as the terminal would: a pager or a script around us stops too.
  kill(0, SIGTSTP);
  ebb_default_stop(0);
}

bool ebb_set_locale(const char *name) {
  bool wants_utf8 = strcasestr(name, "utf-8") || strcasestr(name, "utf8");
  if (!setlocale(LC_CTYPE, name) && wants_utf8) {
    // A name that came along by ssh and is not installed here; the encoding is what matters.
    if (!setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "en_US.UTF-8");
  }
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static bool has_input(void) {
  int waiting = 0;
  return ioctl(input_descriptor, FIONREAD, &waiting) == 0 && waiting > 0;
}

int ebb_wait(int milliseconds) {
  struct pollfd watched[2] = {{.fd = input_descriptor, .events = POLLIN},
                              {.fd = wake_pipe[0], .events = POLLIN}};
  int count = poll(watched, 2, milliseconds);
  if (count < 0) return EBB_SIGNALLED;
  if (count == 0) return 0;
  int set = 0;
  if (watched[1].revents) {
    char bytes[64];
    while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {
    }
    set |= EBB_SIGNALLED;
  }
  if (watched[0].revents & (POLLHUP | POLLERR | POLLNVAL)) {
    ebb_note_hang_up();
    set |= EBB_HUNG_UP;
  }
  if (watched[0].revents & POLLIN) {
    // Readable without a byte to read is the end, and would stay so for ever.
    set |= has_input() ? EBB_READABLE : EBB_AT_END;
  }
  return set;
}

int ebb_read_key(wint_t *key) {
  // Without waiting, ncurses drops a character of which only the first byte is here yet.
  wtimeout(keys, has_input() ? 100 : 0);
  return wget_wch(keys, key);
}

void ebb_window_size(int *rows, int *columns) {
  struct winsize size;
  memset(&size, 0, sizeof size);
  ioctl(output_descriptor, TIOCGWINSZ, &size);
  int terminfo_rows = tigetnum("lines");
  int terminfo_columns = tigetnum("cols");
  *rows = size.ws_row > 0 ? size.ws_row : terminfo_rows > 0 ? terminfo_rows : 24;
  *columns = size.ws_col > 0 ? size.ws_col : terminfo_columns > 0 ? terminfo_columns : 80;
}

void ebb_resize(int rows, int columns) { resize_term(rows, columns); }

void ebb_place_cursor(int row, int column) {
  char bytes[64] = "";
  append(bytes, sizeof bytes, address(row, column));
  transmit(bytes);
}

int ebb_start_colours(void) {
  if (!has_colors() || start_color() != OK) return 0;
  return use_default_colors() == OK ? COLORS : 0;
}

int ebb_width(wchar_t character) { return wcwidth(character); }
