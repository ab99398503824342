// lyre-guard SECONDS PROGRAM [ARGUMENT...]
//
// Runs a program so that nothing of it is left behind. An inference server starts workers that hold
// the GPU's memory: when its parent is killed, or the server itself, they must go too.
//
// Whoever starts the guard holds its standard input open. A byte 't' there asks the program to end
// with SIGTERM, 'k' ends it with SIGKILL, and the end of the input, which comes however the parent
// ends, is SIGTERM and, SECONDS later, SIGKILL. When the program has ended, what it started ends in
// the same way, within a second. The guard ends last, with the program's status, or 128 and its
// signal's number.
//
// It leads the program's process group, and is the reaper of all its descendants, so it finds those
// as well that left the group. Should the guard itself be killed, the kernel kills the program.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { USAGE = 64, CANNOT_RUN = 126, NOT_FOUND = 127, BY_SIGNAL = 128 };

static const int64_t NEVER = INT64_MAX;
// Milliseconds between two rounds of SIGKILL: the killed leave children that come to us.
static const int64_t AGAIN = 20;
// What a dead program left behind has no work to end, and the next start waits for it.
static const int64_t ORPHANS = 1000;

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static const int taken[] = {SIGCHLD, SIGTERM, SIGINT, SIGHUP};
enum { TAKEN = sizeof taken / sizeof *taken };

static _Noreturn void run(char **arguments, pid_t guard) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // It may have died before it could be the one whose death counts.
  if (getppid() != guard) _exit(CANNOT_RUN);
  int nothing = open("/dev/null", O_RDONLY);
  if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0) _exit(CANNOT_RUN);
  if (nothing != STDIN_FILENO) close(nothing);
  // What a parent ignores or blocks goes from program to program, and would make this one deaf.
  for (int i = 0; i < TAKEN; i++) signal(taken[i], SIG_DFL);
  signal(SIGPIPE, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execvp(arguments[0], arguments);
  int reason = errno;
  fprintf(stderr, "cannot run '%s': %s\n", arguments[0], strerror(reason));
  _exit(reason == ENOENT ? NOT_FOUND : CANNOT_RUN);
}

// SIGTERM to the group. We are in it: ours is blocked, and taken back before it counts as a wish.
static void terminate(void) {
  sigset_t own;
  sigemptyset(&own);
  sigaddset(&own, SIGTERM);
  kill(0, SIGTERM);
  sigtimedwait(&own, NULL, &(struct timespec){0});
}

// SIGKILL to every child. Their children become ours, so that the next round meets them.
static void kill_children(void) {
  char path[64];
  snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
  FILE *children = fopen(path, "re");
  // A kernel that does not list them: the group is most of them, and holds us.
  if (!children) kill(0, SIGKILL);
  int child;
  while (children && fscanf(children, "%d", &child) == 1) kill(child, SIGKILL);
  if (children) fclose(children);
}

// Collects who has ended. False when nobody is left.
static bool reap(pid_t program, int *status, bool *is_over) {
  while (true) {
    int how;
    pid_t ended = waitpid(-1, &how, WNOHANG);
    if (ended < 0 && errno != EINTR) return false;
    if (ended == 0) return true;
    if (ended != program) continue;
    *status = how;
    *is_over = true;
  }
}

// Watches over the program until it and all its descendants have ended. Returns its status.
static int watch(pid_t program, int signals, int64_t grace) {
  enum { INPUT, SIGNALS };
  struct pollfd events[] = {
      [INPUT] = {.fd = STDIN_FILENO, .events = POLLIN},
      [SIGNALS] = {.fd = signals, .events = POLLIN},
  };
  int64_t kill_at = NEVER;
  int status = 0;
  bool is_over = false;
  while (true) {
    int64_t left = kill_at == NEVER ? -1 : kill_at - now();
    if (kill_at != NEVER && left <= 0) {
      kill_children();
      left = AGAIN;
      kill_at = now() + left;
    }
    if (poll(events, 2, (int)left) < 0) continue;

    bool is_asked = false;
    int64_t limit = NEVER;
    if (events[INPUT].revents) {
      char wish = 0;
      ssize_t got = read(STDIN_FILENO, &wish, 1);
      if (got == 0 || (got < 0 && errno != EINTR)) {
        events[INPUT].fd = -1;
        is_asked = true;
        limit = grace;
      }
      if (wish == 't') is_asked = true;
      if (wish == 'k') limit = 0;
    }
    if (events[SIGNALS].revents) {
      struct signalfd_siginfo signal;
      if (read(signals, &signal, sizeof signal) == sizeof signal && signal.ssi_signo != SIGCHLD)
        is_asked = true;
      bool was_over = is_over;
      if (!reap(program, &status, &is_over)) return status;
      if (is_over && !was_over) {
        is_asked = true;
        limit = ORPHANS;
      }
    }
    if (is_asked) terminate();
    if (limit != NEVER && now() + limit < kill_at) kill_at = now() + limit;
  }
}

int main(int count, char **arguments) {
  char *end = "";
  long seconds = count > 2 ? strtol(arguments[1], &end, 10) : -1;
  if (seconds < 0 || seconds > 3600 || end == arguments[1] || *end) {
    fputs("usage: lyre-guard SECONDS PROGRAM [ARGUMENT...]\n", stderr);
    return USAGE;
  }
  // What the parent left open would keep its sockets bound and its pipes from ending.
  close_range(STDERR_FILENO + 1, ~0U, 0);
  setpgid(0, 0);
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  signal(SIGPIPE, SIG_IGN);

  sigset_t mask;
  sigemptyset(&mask);
  for (int i = 0; i < TAKEN; i++) sigaddset(&mask, taken[i]);
  sigprocmask(SIG_BLOCK, &mask, NULL);
  // A SIGCHLD that the parent ignored would leave nobody to wait for.
  signal(SIGCHLD, SIG_DFL);
  int signals = signalfd(-1, &mask, SFD_CLOEXEC);
  pid_t guard = getpid();
  pid_t program = signals < 0 ? -1 : fork();
  if (program == 0) run(arguments + 2, guard);
  if (program < 0) {
    fprintf(stderr, "cannot run '%s': %s\n", arguments[2], strerror(errno));
    return CANNOT_RUN;
  }
  int status = watch(program, signals, seconds * 1000);
  return WIFSIGNALED(status) ? BY_SIGNAL + WTERMSIG(status) : WEXITSTATUS(status);
}
