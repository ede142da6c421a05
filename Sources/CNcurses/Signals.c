// Signals. Handlers set a flag and wake the poll; those of a crash give the terminal back by bytes
// prepared beforehand and let the signal take its course. No handler calls ncurses.
#include "CNcurses.h"
#include "Session.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const int crashes[] = {SIGSEGV, SIGTRAP, SIGABRT, SIGBUS, SIGILL, SIGFPE};
static const int requests[] = {SIGHUP, SIGINT, SIGTERM, SIGWINCH, SIGCONT, SIGTSTP};
enum {
  crash_count = sizeof crashes / sizeof crashes[0],
  request_count = sizeof requests / sizeof requests[0]
};

static struct sigaction crashes_found[crash_count];
static struct sigaction requests_found[request_count];
static volatile sig_atomic_t pending[request_count];
static volatile sig_atomic_t asked_to_interrupt;
static volatile sig_atomic_t asked_to_terminate;
static volatile sig_atomic_t hung_up;
static volatile sig_atomic_t taken;
static int caught;

static int wake_descriptor = -1;
static int terminal_descriptor = -1;
static char restoration[512];
static size_t restoration_length;
static struct termios modes_found;
static char crash_notice[512];
static size_t crash_notice_length;
static char crash_stack[64 * 1024];

void ebb_write(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    } else if (errno != EINTR) {
      return;
    }
  }
}

static void give_back(void) {
  if (!taken) return;
  taken = 0;
  ebb_write(terminal_descriptor, restoration, restoration_length);
  tcsetattr(terminal_descriptor, TCSANOW, &modes_found);
}

static void die_by(int signal_number) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigemptyset(&action.sa_mask);
  sigaction(signal_number, &action, NULL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, signal_number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  raise(signal_number);
}

static void on_crash(int signal_number) {
  int was_taken = taken;
  give_back();
  if (was_taken) ebb_write(STDERR_FILENO, crash_notice, crash_notice_length);
  die_by(signal_number);
}

static void on_request(int signal_number) {
  int kept = errno;
  if ((signal_number == SIGTERM && asked_to_terminate)
      || (signal_number == SIGINT && asked_to_interrupt)) {
    // Asked twice: the program does not listen any more.
    give_back();
    die_by(signal_number);
    return;
  }
  if (signal_number == SIGTERM) asked_to_terminate = 1;
  if (signal_number == SIGINT) asked_to_interrupt = 1;
  if (signal_number == SIGHUP) hung_up = 1;
  for (int i = 0; i < request_count; i++) {
    if (requests[i] == signal_number) pending[i] = 1;
  }
  if (write(wake_descriptor, "!", 1) < 0) {
    // A full pipe wakes the poll as well.
  }
  errno = kept;
}

static void catch_request(int index) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_request;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(requests[index], &action, NULL);
}

void ebb_catch_signals(int wake, const char *notice) {
  wake_descriptor = wake;
  crash_notice_length = strlen(notice);
  if (crash_notice_length > sizeof crash_notice) crash_notice_length = sizeof crash_notice;
  memcpy(crash_notice, notice, crash_notice_length);
  if (!caught) atexit(give_back);

  // A stack of its own, so that an overflow of the usual one can be answered too.
  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = crash_stack;
  stack.ss_size = sizeof crash_stack;
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_crash;
  action.sa_flags = (int)(SA_ONSTACK | SA_RESETHAND | SA_NODEFER);
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < crash_count; i++) {
    struct sigaction found;
    sigaction(crashes[i], &action, &found);
    if (!caught) crashes_found[i] = found;
  }
  for (int i = 0; i < request_count; i++) {
    pending[i] = 0;
    // What nohup or a shell without job control ignores stays ignored.
    if (requests_found[i].sa_handler != SIG_IGN) catch_request(i);
  }
  asked_to_interrupt = asked_to_terminate = hung_up = 0;
  caught = 1;
}

void ebb_note_signals(void) {
  for (int i = 0; i < request_count; i++) sigaction(requests[i], NULL, &requests_found[i]);
}

void ebb_forget_signals(void) {
  if (!caught) return;
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &crashes_found[i], NULL);
  for (int i = 0; i < request_count; i++) sigaction(requests[i], &requests_found[i], NULL);
  // A window that closes says so more than once, by the kernel and by the shell; the second time
  // must not kill what the first has asked to end in order.
  if (hung_up) signal(SIGHUP, SIG_IGN);
}

void ebb_note_hang_up(void) { hung_up = 1; }

void ebb_keep_restoration(int terminal, const char *bytes, const struct termios *found) {
  terminal_descriptor = terminal;
  modes_found = *found;
  restoration_length = strlen(bytes);
  if (restoration_length > sizeof restoration) restoration_length = sizeof restoration;
  memcpy(restoration, bytes, restoration_length);
}

void ebb_mark_taken(int is_taken) { taken = is_taken; }

int ebb_take_signals(void) {
  static const int meanings[] = {EBB_HANG_UP, EBB_INTERRUPT, EBB_TERMINATE,
                                 EBB_RESIZED, EBB_CONTINUED, EBB_ASKED_TO_STOP};
  int set = 0;
  for (int i = 0; i < request_count; i++) {
    if (pending[i]) {
      pending[i] = 0;
      set |= meanings[i];
    }
  }
  return set;
}

int ebb_default_stop(int is_default) {
  int index = request_count - 1;
  if (requests_found[index].sa_handler == SIG_IGN) return 0;
  if (is_default) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTSTP, &action, NULL);
  } else {
    catch_request(index);
  }
  return 1;
}
