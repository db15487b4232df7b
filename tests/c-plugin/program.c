/* An executable that is a plugin, in C: one study and one finding for documents of one line.
 * Compiled with -DFAULT=... it goes wrong in ways in which a program can. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#define GOOD 0
#define GARBAGE 1
#define LONG_FRAME 2
#define CUT_FRAME 3
#define UNKNOWN_FRAME 4
#define NO_DONE 5
#define EXIT_1 6
#define ABORTS 7
#define ENDLESS 8
#define ENDLESS_LOG 9
#define HANGS 10
#define TALKS 11
#define READS_NOTHING 12
#define WRONG_COUNT 13
#define ORDERS 14
#define STARTS_TWICE 15
#define CLOSES 16
#define BROKEN_JSON 17
#define GIVES_UP 18
#define SILENT_FAILURE 19
#define MEMORY 20
#define REACHES 21
#define FORKS 22
#define LINGERS 23
#define RUNS_ANOTHER 24

#ifndef FAULT
#define FAULT GOOD
#endif

enum { RECORDS = 1, LOG = 2, DIAGNOSTIC = 3, DONE = 4, SETTINGS = 5, DOCUMENTS = 6 };

static unsigned batches, diagnostics, bytes;

static void head(uint32_t length, uint8_t kind) {
  uint8_t head[5] = {length, length >> 8, length >> 16, length >> 24, kind};
  fwrite(head, 1, sizeof head, stdout);
}

static void put(uint8_t kind, const char *text) {
  head(strlen(text), kind);
  fputs(text, stdout);
  if (kind == RECORDS) batches++;
  if (kind == DIAGNOSTIC) diagnostics++;
  if (kind == RECORDS || kind == DIAGNOSTIC) bytes += strlen(text);
}

static int done(int code) {
  char text[200];
  snprintf(text, sizeof text,
           "{\"code\":%d,\"counts\":{\"batches\":%u,\"diagnostics\":%u,\"bytes\":%u}}", code,
           batches, diagnostics, bytes);
  put(DONE, text);
  fflush(stdout);
  return 0;
}

/* The next frame; NULL where it is of another kind. */
static char *receive(uint8_t kind) {
  uint8_t head[5];
  if (fread(head, 1, sizeof head, stdin) != sizeof head || head[4] != kind) return NULL;
  size_t length = head[0] | head[1] << 8 | head[2] << 16 | (size_t)head[3] << 24;
  char *text = calloc(length + 1, 1);
  if (text == NULL || fread(text, 1, length, stdin) != length) return NULL;
  return text;
}

/* A study and a finding of the first document: good enough for a fixture. */
static void read_documents(const char *input) {
  const char *key = "\"name\":\"";
  const char *found = strstr(input, key);
  if (found == NULL) return;
  const char *name = found + strlen(key);
  int length = strcspn(name, "\"");
  char records[1000];
  snprintf(records, sizeof records,
           "[{\"study\":{\"id\":\"fixture-program/one\",\"document\":\"%.*s\","
           "\"at\":{\"span\":[0,3]},\"title\":\"Fixture\",\"publisher\":\"Fixture\"}},"
           "{\"finding\":{\"id\":\"one/likes\",\"document\":\"%.*s\","
           "\"study\":\"fixture-program/one\",\"mark\":\"publisher\",\"concept\":\"likes-it\","
           "\"says\":{\"share\":{\"at\":{\"span\":[0,3]}}}}}]",
           length, name, length, name);
  put(RECORDS, records);
}

#if FAULT == REACHES
static void tell(const char *what, int is_done) {
  char text[400];
  snprintf(text, sizeof text, "{\"severity\":\"warning\",\"message\":\"%s: %s\"}", what,
           is_done ? "not denied" : errno == EPERM || errno == EACCES ? "denied" : strerror(errno));
  put(DIAGNOSTIC, text);
}

static void reach(void) {
  tell("read /etc/passwd", open("/etc/passwd", O_RDONLY) >= 0);
  tell("read a file of the user", open(OF_THE_USER, O_RDONLY) >= 0);
  tell("list the home folder", opendir(HOME) != NULL);
  tell("list the root folder", opendir("/") != NULL);
  tell("list the system's libraries", opendir("/usr/lib") != NULL);
  tell("write a file", open(OF_THE_USER, O_WRONLY) >= 0);
  tell("make a file", open(OF_THE_USER ".new", O_WRONLY | O_CREAT, 0600) >= 0);
  signal(SIGXFSZ, SIG_IGN);
  tell("fill a file in memory", write(memfd_create("more", 0), "#!", 2) == 2);
  tell("make a socket", socket(AF_INET, SOCK_STREAM, 0) >= 0);
  tell("make a socket of the system", socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
  pid_t child = fork();
  if (child == 0) _exit(0);
  tell("fork", child > 0);
  tell("signal its parent", kill(getppid(), 0) == 0);
}
#endif

int main(void) {
#if FAULT == READS_NOTHING
  return done(0);
#endif
  char *settings = receive(SETTINGS), *documents = receive(DOCUMENTS);
  if (settings == NULL || documents == NULL) return 9;
  if (strcmp(settings, "{}") != 0) {
    put(DIAGNOSTIC, "{\"severity\":\"error\",\"message\":\"unknown setting\"}");
    return done(1);
  }
#if FAULT == GARBAGE
  puts("hello, world");
#elif FAULT == LONG_FRAME
  head(UINT32_MAX, RECORDS);
#elif FAULT == CUT_FRAME
  head(100, RECORDS);
  fputs("[]", stdout);
  return 0;
#elif FAULT == UNKNOWN_FRAME
  put(99, "what");
#elif FAULT == EXIT_1
  read_documents(documents);
  fputs("no more\n", stderr);
  fflush(stdout);
  return 1;
#elif FAULT == ABORTS
  read_documents(documents);
  fflush(stdout);
  abort();
#elif FAULT == ENDLESS
  for (;;) read_documents(documents);
#elif FAULT == ENDLESS_LOG
  for (;;) put(LOG, "and on");
#elif FAULT == HANGS
  for (;;) pause();
#elif FAULT == TALKS
  fputs("by the error stream\n", stderr);
  put(LOG, "by a frame");
#elif FAULT == ORDERS
  put(SETTINGS, "{}");
#elif FAULT == STARTS_TWICE
  put(8, "{\"digest\":[0],\"sandbox\":{}}");
#elif FAULT == CLOSES
  fclose(stdout);
  for (;;) pause();
#elif FAULT == BROKEN_JSON
  put(RECORDS, "[{");
#elif FAULT == GIVES_UP
  put(DIAGNOSTIC, "{\"severity\":\"error\",\"message\":\"cannot go on\"}");
  return done(1);
#elif FAULT == SILENT_FAILURE
  return done(1);
#elif FAULT == MEMORY
  for (;;) {
    char *more = malloc(1 << 20);
    if (more == NULL) abort();
    memset(more, 1, 1 << 20);
  }
#elif FAULT == REACHES
  reach();
#elif FAULT == FORKS
  int made = 0;
  for (int number = 0; number < 64; number++) {
    pid_t child = fork();
    if (child == 0) _exit(0);
    if (child > 0) made++;
  }
  fprintf(stderr, "%d processes\n", made);
#elif FAULT == RUNS_ANOTHER
  execl("/bin/ls", "ls", "/", NULL);
  perror("another program");
#endif
  read_documents(documents);
#if FAULT == NO_DONE
  fflush(stdout);
  return 0;
#elif FAULT == WRONG_COUNT
  batches++;
#endif
  done(0);
#if FAULT == LINGERS
  for (;;) pause();
#endif
  return 0;
}
