/* The binary interface between gainsay and its source plugins, major version 1.
 *
 * A plugin is a shared library that exports one data symbol, `gainsay_plugin_v1`,
 * and carries the same manifest in the section GAINSAY_MANIFEST_SECTION, so that
 * it can be read without running the library.
 *
 * - No memory changes hands: whoever receives a gs_str copies what it keeps
 *   before it returns.
 * - create, call and destroy run on one thread. emit may be called on that thread
 *   only, and only inside create or call. Threads that a plugin starts are joined
 *   before it returns.
 * - No panic, exception or longjmp may leave a function of the plugin.
 * - Structures only ever grow at the end; `struct_size` says how much is there.
 */
#ifndef GAINSAY_PLUGIN_H
#define GAINSAY_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#define GAINSAY_MAGIC 0x31595347u /* "GSY1", read as a little-endian number */
#define GAINSAY_ABI_MAJOR 1
#define GAINSAY_ABI_MINOR 0

/* What the bytes given to emit are. A host ignores kinds it does not know. */
#define GAINSAY_RECORDS 1u    /* JSON array of records of the schema claims/1 */
#define GAINSAY_LOG 2u        /* text, shown as output of the plugin */
#define GAINSAY_DIAGNOSTIC 3u /* JSON object: severity, message, document, at, help */

/* What create and call return. */
#define GAINSAY_OK 0
#define GAINSAY_ERROR 1       /* a diagnostic has been emitted */
#define GAINSAY_PANIC 2       /* a panic was caught and has been emitted */
#define GAINSAY_STOPPED 3     /* emit asked to stop */
#define GAINSAY_UNSUPPORTED 4 /* the plugin does not know this operation */

/* Operations of call. Input of GAINSAY_COLLECT, as JSON:
 * {"schema":"claims/1","source":"<name>","documents":[
 *   {"name":"...","media_type":"text/plain","text":"..."},
 *   {"name":"...","media_type":"text/csv","cells":[["...","..."]]},
 *   {"name":"...","media_type":"application/...","bytes":"<Base64>"}]} */
#define GAINSAY_COLLECT 1u

#if defined(__APPLE__)
#define GAINSAY_MANIFEST_SECTION "__DATA,__gainsay"
#elif defined(_WIN32)
#define GAINSAY_MANIFEST_SECTION ".gainsay"
#else
#define GAINSAY_MANIFEST_SECTION ".gainsay.manifest"
#endif

/* Borrowed bytes, UTF-8, without a NUL at the end. */
typedef struct {
  const uint8_t *ptr;
  size_t len;
} gs_str;

/* What the host offers to a plugin. */
typedef struct {
  uint32_t struct_size;
  uint16_t abi_major;
  uint16_t abi_minor;
  void *ctx;
  /* The host copies the data before it returns. Anything but 0 means: stop. */
  int32_t (*emit)(void *ctx, uint32_t kind, gs_str data);
} gs_host_v1;

/* What a plugin offers to the host. */
typedef struct {
  uint32_t magic;
  uint32_t struct_size;
  uint16_t abi_major;
  uint16_t abi_minor;
  uint32_t flags; /* 0 */
  gs_str manifest; /* {"id":"...","schema":"claims/1","sdk":"..."} */
  /* `*state` may stay NULL; destroy is then not called. */
  int32_t (*create)(const gs_host_v1 *host, gs_str config_json, void **state);
  int32_t (*call)(void *state, const gs_host_v1 *host, uint32_t op, gs_str input);
  void (*destroy)(void *state);
} gs_plugin_v1;

/* The only export of a plugin. */
#if defined(_WIN32)
extern __declspec(dllexport) const gs_plugin_v1 gainsay_plugin_v1;
#else
extern __attribute__((visibility("default"))) const gs_plugin_v1 gainsay_plugin_v1;
#endif

#if UINTPTR_MAX == UINT64_MAX
_Static_assert(sizeof(gs_str) == 16, "gs_str");
_Static_assert(sizeof(gs_host_v1) == 24, "gs_host_v1");
_Static_assert(offsetof(gs_host_v1, ctx) == 8, "gs_host_v1.ctx");
_Static_assert(offsetof(gs_host_v1, emit) == 16, "gs_host_v1.emit");
_Static_assert(sizeof(gs_plugin_v1) == 56, "gs_plugin_v1");
_Static_assert(offsetof(gs_plugin_v1, flags) == 12, "gs_plugin_v1.flags");
_Static_assert(offsetof(gs_plugin_v1, manifest) == 16, "gs_plugin_v1.manifest");
_Static_assert(offsetof(gs_plugin_v1, create) == 32, "gs_plugin_v1.create");
_Static_assert(offsetof(gs_plugin_v1, call) == 40, "gs_plugin_v1.call");
_Static_assert(offsetof(gs_plugin_v1, destroy) == 48, "gs_plugin_v1.destroy");
#endif

#endif
