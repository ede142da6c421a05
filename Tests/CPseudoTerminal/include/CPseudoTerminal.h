// A program on a pseudo-terminal with a shell's place above it. Swift sees neither fork nor ptys.
#ifndef EBB_CPSEUDOTERMINAL_H
#define EBB_CPSEUDOTERMINAL_H

#include <stdbool.h>

/// What became of the program, as the shell above it reports.
enum ebb_pty_news_kind {
  EBB_PTY_STARTED = 1,  // value: the process of the program
  EBB_PTY_STOPPED,      // value: the signal
  EBB_PTY_EXITED,       // value: the status
  EBB_PTY_KILLED        // value: the signal
};

struct ebb_pty_news {
  int kind;
  int value;
  bool is_cooked;  // the terminal at that moment, as `ebb_pty_is_cooked`
};

enum { EBB_PTY_NO_FILTER = 125 };

/// A running program: descriptors are -1 and the shell 0 when there is none.
struct ebb_pty {
  int terminal;  // the master side: what the program writes is read here, and the reverse
  int news;      // `struct ebb_pty_news` after `struct ebb_pty_news`
  int commands;  // any byte continues a stopped program in the foreground
  int shell;     // the process above the program; it ends after the program
};

/// Starts a program as the foreground job of a session of its own. The shell above it stays alive,
/// so that the program can be stopped and continued; it passes a hang-up on, as shells do. With
/// `offline` the program has gone offline, or exits with EBB_PTY_NO_FILTER where it cannot.
struct ebb_pty ebb_pty_start(
    const char *path, char *const arguments[], char *const environment[], const char *directory,
    bool offline, int rows, int columns);

/// From now on SIGSYS ends the process when it opens a socket that could leave this machine.
/// Returns whether the system can do that (seccomp, Linux only).
bool ebb_go_offline(void);

bool ebb_pty_resize(int terminal, int rows, int columns);

/// Whether the terminal echoes, edits lines and makes signals of keys, as a shell leaves it.
bool ebb_pty_is_cooked(int terminal);

/// Waits for something to read: bit 0 from the terminal, bit 1 news; 0 after the time.
int ebb_pty_wait(int terminal, int news, int milliseconds);

/// What is there to read; 0 at the end, or if the descriptor fails.
long ebb_pty_read(int descriptor, void *bytes, long size);
bool ebb_pty_read_news(int news, struct ebb_pty_news *one);
bool ebb_pty_write(int descriptor, const void *bytes, long size);
void ebb_pty_signal(int process, int number);
void ebb_pty_close(int descriptor);

/// Waits for the shell to end.
void ebb_pty_reap(int shell);

/// Milliseconds of a clock that nobody sets.
long long ebb_pty_now(void);

#endif
