/* A plugin in C: one study and one finding, written with printf, for documents
 * of one line. Compiled with -DFAULT=... it goes wrong in ways that the Rust SDK
 * does not let a plugin go wrong in. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "gainsay_plugin.h"

#define NONE 0
#define CONSTRUCTOR_CRASH 1
#define WRONG_MAJOR 2
#define SEGFAULT 3
#define BAD_JSON 4
#define BAD_UTF8 5
#define NULL_SLICE 6
#define HUGE_SLICE 7
#define NO_TABLE 8
#define FORK 9
#define CLOSE_ALL 10
#define WRONG_MANIFEST 11
#define UNKNOWN_CODE 12
#define UNKNOWN_KIND 13
#define WRONG_MAGIC 14
#define ESCAPE 15
#define EMIT_ELSEWHERE 16
#define BAD_JSON_FIRST 17
#define ODD_ADDRESS 18
#define OTHER_SCHEMA 19
#define EXTRA_EXPORT 20
#define CONSTRUCTOR 21
#define UNBOUND 22
#define ANSWERS_ALL 23
#define OTHER_ID 24
#define LATE_SEGFAULT 25
#define LEAVE 26
#define RAW_OUTPUT 27
#define BAD_SCHEMA 28
#define FORKS 29
#define SIGNAL_PARENT 30
#define MOVE 31
#define UNDEFINED 32
#define NUL 33
#define FORGE 34
#define SILENT_ERROR 35
#define EMIT_TOO_LATE 36
#define NEEDS_DOCUMENTS 37

#ifndef FAULT
#define FAULT NONE
#endif

#if FAULT == OTHER_SCHEMA
#define SCHEMA "claims/9"
#else
#define SCHEMA "claims/1"
#endif
#if FAULT == OTHER_ID
#define NAME "one/loves"
#else
#define NAME "one/likes"
#endif

#define MANIFEST "{\"id\":\"fixture-c\",\"schema\":\"" SCHEMA "\",\"sdk\":\"c\"}"
#define OTHER_MANIFEST "{\"id\":\"fixture-d\",\"schema\":\"claims/1\",\"sdk\":\"c\"}"

__attribute__((section(GAINSAY_MANIFEST_SECTION), used)) static const char manifest[] = MANIFEST;

static int32_t emit(const gs_host_v1 *host, uint32_t kind, const char *text) {
  gs_str data = {(const uint8_t *)text, strlen(text)};
  return host->emit(host->ctx, kind, data);
}

/* The value of "name" of the first document: good enough for a fixture. */
static void document_name(gs_str input, char *name, size_t size) {
  const char *key = "\"name\":\"";
  const char *text = (const char *)input.ptr;
  for (size_t at = 0; at + strlen(key) < input.len; at++) {
    if (memcmp(text + at, key, strlen(key)) != 0) continue;
    size_t from = at + strlen(key), length = 0;
    while (from + length < input.len && text[from + length] != '"' && length + 1 < size) {
      name[length] = text[from + length];
      length++;
    }
    name[length] = 0;
    return;
  }
  name[0] = 0;
}

static int32_t read_documents(const gs_host_v1 *host, gs_str input) {
  char name[200], records[1000];
  document_name(input, name, sizeof name);
  if (FAULT == NEEDS_DOCUMENTS && name[0] == 0) {
    emit(host, GAINSAY_DIAGNOSTIC, "{\"severity\":\"error\",\"message\":\"no documents\"}");
    return GAINSAY_ERROR;
  }
  snprintf(records, sizeof records,
           "[{\"study\":{\"id\":\"fixture-c/one\",\"document\":\"%s\",\"at\":{\"span\":[0,3]},"
           "\"title\":\"Fixture\",\"publisher\":\"Fixture\"}},"
           "{\"finding\":{\"id\":\"" NAME "\",\"document\":\"%s\",\"study\":\"fixture-c/one\","
           "\"mark\":\"publisher\",\"concept\":\"likes-it\","
           "\"says\":{\"share\":{\"at\":{\"span\":[0,%d]}}}}}]",
           name, name, 3);
  return emit(host, GAINSAY_RECORDS, records) == 0 ? GAINSAY_OK : GAINSAY_STOPPED;
}

static int32_t create(const gs_host_v1 *host, gs_str config, void **state) {
  if (config.len != 2 && FAULT != NEEDS_DOCUMENTS) {
    emit(host, GAINSAY_DIAGNOSTIC, "{\"severity\":\"error\",\"message\":\"unknown setting\"}");
    return GAINSAY_ERROR;
  }
  *state = malloc(1);
  return GAINSAY_OK;
}

#if FAULT == LATE_SEGFAULT
#include <pthread.h>
/* Long after the plugin has returned; whoever is still here is hit. */
static void *crash_later(void *nothing) {
  sleep(1);
  signal(SIGSEGV, SIG_DFL);
  *(volatile int *)8 = 1;
  return nothing;
}
#endif

#if FAULT == EMIT_TOO_LATE
static const gs_host_v1 *kept;
#endif

#if FAULT == FORKS
/* As many processes as it can get; each ends at once. */
static int processes(void) {
  int made = 0;
  for (int number = 0; number < 64; number++) {
    pid_t child = fork();
    if (child == 0) _exit(0);
    if (child > 0) made++;
  }
  return made;
}
#endif

#if FAULT == UNDEFINED
void no_such_function(void);
#endif

#if FAULT == ESCAPE
/* A grandchild in a session of its own that keeps every stream open. */
static void escape(void) {
  if (fork() == 0) {
    setsid();
    sleep(3);
    _exit(0);
  }
}
#endif

#if FAULT == EMIT_ELSEWHERE
#include <pthread.h>
static void *emit_there(void *host) {
  return (void *)(intptr_t)emit(host, GAINSAY_RECORDS, "[]");
}
#endif

static int32_t call(void *state, const gs_host_v1 *host, uint32_t op, gs_str input) {
  (void)state;
  if (op != GAINSAY_COLLECT) return FAULT == ANSWERS_ALL ? GAINSAY_OK : GAINSAY_UNSUPPORTED;
#if FAULT == BAD_JSON_FIRST
  emit(host, GAINSAY_RECORDS, "[{\"study\":");
#endif
  int32_t result = read_documents(host, input);
#if FAULT == BAD_JSON_FIRST
  result = GAINSAY_OK;
#elif FAULT == SEGFAULT
  signal(SIGSEGV, SIG_DFL);
  *(volatile int *)8 = 1;
#elif FAULT == BAD_JSON
  emit(host, GAINSAY_RECORDS, "[{\"study\":");
#elif FAULT == BAD_UTF8
  emit(host, GAINSAY_RECORDS, "[\"\xff\"]");
#elif FAULT == NULL_SLICE
  gs_str none = {NULL, 5};
  host->emit(host->ctx, GAINSAY_RECORDS, none);
#elif FAULT == HUGE_SLICE
  gs_str huge = {(const uint8_t *)"x", (size_t)1 << 40};
  host->emit(host->ctx, GAINSAY_RECORDS, huge);
#elif FAULT == FORK
  emit(host, GAINSAY_LOG, fork() == -1 ? "fork: denied" : "fork: not denied");
#elif FAULT == CLOSE_ALL
  for (int fd = 0; fd < 100; fd++) close(fd);
  sleep(3600);
#elif FAULT == LATE_SEGFAULT
  pthread_t later;
  pthread_create(&later, NULL, crash_later, NULL);
#elif FAULT == LEAVE
  _exit(0);
#elif FAULT == RAW_OUTPUT
  /* What a frame of the host's own looks like, and bytes that are no text. */
  if (write(1, "\2\0\0\0\10{}\xff\xfe", 9) < 0) result = GAINSAY_ERROR;
#elif FAULT == BAD_SCHEMA
  emit(host, GAINSAY_RECORDS, "[{\"study\":{\"colour\":1}},{\"finding\":[]},7]");
#elif FAULT == FORKS
  emit(host, GAINSAY_LOG, processes() == 0 ? "forks: denied" : "forks: not denied");
#elif FAULT == SIGNAL_PARENT
  /* Signal 0 only asks whether another might be sent. */
  emit(host, GAINSAY_LOG, kill(getppid(), 0) == -1 ? "signal: denied" : "signal: not denied");
#elif FAULT == MOVE
  if (chdir("/tmp") != 0) emit(host, GAINSAY_LOG, "chdir: denied");
  setenv("GAINSAY_FAULT", "here", 1);
#elif FAULT == UNDEFINED
  no_such_function();
#elif FAULT == NUL
  host->emit(host->ctx, GAINSAY_RECORDS, (gs_str){(const uint8_t *)"[\0]", 3});
#elif FAULT == FORGE
  /* To whatever is open: that the source is done, having emitted nothing. */
  const char done[] = "\x44\0\0\0" "\x08{\"code\":0,\"counts\":{\"batches\":9,\"diagnostics\":0,\"bytes\":9999999999}}";
  for (int fd = 3; fd < 20; fd++) (void)!write(fd, done, sizeof done - 1);
#elif FAULT == SILENT_ERROR
  result = GAINSAY_ERROR;
#elif FAULT == EMIT_TOO_LATE
  kept = host;
#elif FAULT == UNKNOWN_CODE
  result = 77;
#elif FAULT == UNKNOWN_KIND
  emit(host, 99, "later versions may have more to say");
#elif FAULT == ESCAPE
  escape();
#elif FAULT == EMIT_ELSEWHERE
  pthread_t thread;
  void *answer = NULL;
  pthread_create(&thread, NULL, emit_there, (void *)host);
  pthread_join(thread, &answer);
  emit(host, GAINSAY_LOG, answer == NULL ? "emit: taken" : "emit: refused");
#endif
  return result;
}

static void destroy(void *state) {
  free(state);
#if FAULT == EMIT_TOO_LATE
  emit(kept, GAINSAY_RECORDS, "[]");
#endif
}

#if FAULT == EXTRA_EXPORT
int gainsay_extra(void) { return 1; }
#endif

#if FAULT == CONSTRUCTOR
__attribute__((constructor)) static void early(void) {}
#endif

#if FAULT == UNBOUND
int nobody_has_this(void);
__attribute__((used)) static int (*const needs)(void) = nobody_has_this;
#endif

#if FAULT == CONSTRUCTOR_CRASH
__attribute__((constructor)) static void crash(void) {
  signal(SIGSEGV, SIG_DFL);
  *(volatile int *)8 = 1;
}
#endif

#if FAULT == ODD_ADDRESS
/* A table that does not begin where a table can. */
__asm__(".globl gainsay_plugin_v1\n.set gainsay_plugin_v1, odd + 1\n");
__attribute__((used, aligned(8))) char odd[sizeof(gs_plugin_v1) + 1];
#endif

#if FAULT != NO_TABLE && FAULT != ODD_ADDRESS
const gs_plugin_v1 gainsay_plugin_v1 = {
    .magic = FAULT == WRONG_MAGIC ? 0 : GAINSAY_MAGIC,
    .struct_size = sizeof(gs_plugin_v1),
    .abi_major = FAULT == WRONG_MAJOR ? 2 : GAINSAY_ABI_MAJOR,
    .abi_minor = GAINSAY_ABI_MINOR,
#if FAULT == WRONG_MANIFEST
    .manifest = {(const uint8_t *)OTHER_MANIFEST, sizeof OTHER_MANIFEST - 1},
#else
    .manifest = {(const uint8_t *)manifest, sizeof manifest - 1},
#endif
    .create = create,
    .call = call,
    .destroy = destroy,
};
#else
int32_t (*const unused[])(const gs_host_v1 *, gs_str, void **) = {create};
int32_t (*const unused_call)(void *, const gs_host_v1 *, uint32_t, gs_str) = call;
void (*const unused_destroy)(void *) = destroy;
#endif
