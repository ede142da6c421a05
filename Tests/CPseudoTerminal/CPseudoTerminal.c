#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static volatile pid_t program;

static void pass_on(int number) {
  if (program > 0) kill(program, number);
}

static void report(int news, int kind, int value) {
  struct ebb_pty_news one = {kind, value, ebb_pty_is_cooked(STDIN_FILENO)};
  ebb_pty_write(news, &one, sizeof one);
}

// From here to the next comment: after fork, so only what is safe in a signal handler.

static void run(
    const char *path, char *const arguments[], char *const environment[], const char *directory,
    bool offline) {
  setpgid(0, 0);
  tcsetpgrp(STDIN_FILENO, getpid());
  static const int defaults[] = {SIGHUP, SIGTTOU, SIGTTIN, SIGTSTP, SIGINT, SIGPIPE, SIGTERM};
  for (unsigned i = 0; i < sizeof defaults / sizeof defaults[0]; i++) {
    signal(defaults[i], SIG_DFL);
  }
  if (directory && chdir(directory) != 0) _exit(126);
  if (offline && !ebb_go_offline()) _exit(EBB_PTY_NO_FILTER);
  execve(path, arguments, environment);
  _exit(127);
}

static void follow(int news, int commands) {
  struct termios modes;
  bool knows_modes = tcgetattr(STDIN_FILENO, &modes) == 0;
  for (;;) {
    int status = 0;
    if (waitpid(program, &status, WUNTRACED) < 0) {
      if (errno == EINTR) continue;
      _exit(1);
    }
    if (!WIFSTOPPED(status)) {
      bool killed = WIFSIGNALED(status);
      report(news, killed ? EBB_PTY_KILLED : EBB_PTY_EXITED,
             killed ? WTERMSIG(status) : WEXITSTATUS(status));
      _exit(0);
    }
    tcsetpgrp(STDIN_FILENO, getpgrp());
    report(news, EBB_PTY_STOPPED, WSTOPSIG(status));
    char command;
    ssize_t count;
    do count = read(commands, &command, 1);
    while (count < 0 && errno == EINTR);
    if (count <= 0) {
      kill(-program, SIGKILL);
      continue;
    }
    // As a shell that has edited a line in between.
    if (knows_modes) tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
    tcsetpgrp(STDIN_FILENO, program);
    kill(-program, SIGCONT);
  }
}

static void be_shell(
    const char *path, char *const arguments[], char *const environment[], const char *directory,
    bool offline, int terminal, int news, int commands, int highest) {
  setsid();
  ioctl(terminal, TIOCSCTTY, 0);
  for (int descriptor = 0; descriptor < 3; descriptor++) dup2(terminal, descriptor);
  // Other tests' terminals must not be kept open here.
  for (int descriptor = 3; descriptor < highest; descriptor++) {
    if (descriptor != news && descriptor != commands) close(descriptor);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGTTOU, SIG_IGN);
  signal(SIGTSTP, SIG_IGN);
  signal(SIGHUP, pass_on);
  program = fork();
  if (program < 0) _exit(1);
  if (program == 0) run(path, arguments, environment, directory, offline);
  setpgid(program, program);
  report(news, EBB_PTY_STARTED, program);
  follow(news, commands);
}

// In the test's own process again.

static int open_master(void) {
  int master = posix_openpt(O_RDWR | O_NOCTTY);
  if (master < 0) return -1;
  fcntl(master, F_SETFD, FD_CLOEXEC);
  if (grantpt(master) == 0 && unlockpt(master) == 0) return master;
  close(master);
  return -1;
}

static int open_terminal(int master) {
  char name[128];
  if (ptsname_r(master, name, sizeof name) != 0) return -1;
  return open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
}

static bool open_pipe(int ends[2]) {
  if (pipe(ends) != 0) return false;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return true;
}

struct ebb_pty ebb_pty_start(
    const char *path, char *const arguments[], char *const environment[], const char *directory,
    bool offline, int rows, int columns) {
  struct ebb_pty failure = {-1, -1, -1, 0};
  int news[2];
  int commands[2];
  int master = open_master();
  int terminal = master < 0 ? -1 : open_terminal(master);
  if (terminal < 0 || !open_pipe(news) || !open_pipe(commands)) return failure;
  ebb_pty_resize(master, rows, columns);
  long limit = sysconf(_SC_OPEN_MAX);
  int highest = limit < 0 || limit > 4096 ? 4096 : (int)limit;
  pid_t shell = fork();
  if (shell < 0) return failure;
  if (shell == 0) {
    be_shell(
        path, arguments, environment, directory, offline, terminal, news[1], commands[0], highest);
  }
  close(terminal);
  close(news[1]);
  close(commands[0]);
  struct ebb_pty started = {master, news[0], commands[1], shell};
  return started;
}

bool ebb_pty_resize(int terminal, int rows, int columns) {
  struct winsize size;
  memset(&size, 0, sizeof size);
  size.ws_row = (unsigned short)rows;
  size.ws_col = (unsigned short)columns;
  return ioctl(terminal, TIOCSWINSZ, &size) == 0;
}

bool ebb_pty_is_cooked(int terminal) {
  struct termios modes;
  if (tcgetattr(terminal, &modes) != 0) return false;
  tcflag_t local = ICANON | ECHO | ISIG;
  return (modes.c_lflag & local) == local && (modes.c_iflag & ICRNL) && (modes.c_oflag & OPOST);
}

int ebb_pty_wait(int terminal, int news, int milliseconds) {
  struct pollfd watched[2] = {{.fd = terminal, .events = POLLIN}, {.fd = news, .events = POLLIN}};
  if (poll(watched, 2, milliseconds) <= 0) return 0;
  return (watched[0].revents ? 1 : 0) | (watched[1].revents ? 2 : 0);
}

long ebb_pty_read(int descriptor, void *bytes, long size) {
  ssize_t count;
  do count = read(descriptor, bytes, (size_t)size);
  while (count < 0 && errno == EINTR);
  return count < 0 ? 0 : count;
}

bool ebb_pty_read_news(int news, struct ebb_pty_news *one) {
  return ebb_pty_read(news, one, sizeof *one) == sizeof *one;
}

bool ebb_pty_write(int descriptor, const void *bytes, long size) {
  const char *rest = bytes;
  while (size > 0) {
    ssize_t written = write(descriptor, rest, (size_t)size);
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) {
      rest += written;
      size -= written;
    }
  }
  return true;
}

void ebb_pty_signal(int process, int number) {
  if (process > 0) kill(process, number);
}

void ebb_pty_close(int descriptor) {
  if (descriptor >= 0) close(descriptor);
}

void ebb_pty_reap(int shell) {
  while (waitpid(shell, NULL, 0) < 0 && errno == EINTR) {
  }
}

long long ebb_pty_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
