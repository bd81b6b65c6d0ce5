#ifndef YINFA_CGUMBO_SHIM_H
#define YINFA_CGUMBO_SHIM_H

#include <gumbo.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// Everything that gumbo makes of a page lies in one arena, which is given back at once: no walk down a deep tree, and
// a page that is made to blow up (formatting elements are opened again in every paragraph) ends when the arena is full.
struct yinfa_gumbo_chunk {
    struct yinfa_gumbo_chunk *_Nullable next;
    size_t used, size;
};

struct yinfa_gumbo_arena {
    struct yinfa_gumbo_chunk *_Nullable chunks;
    size_t left;
    jmp_buf full;
};

static void *_Nonnull yinfa_gumbo_allocate(void *_Nonnull userdata, size_t size) {
    struct yinfa_gumbo_arena *arena = (struct yinfa_gumbo_arena *)userdata;
    size = (size + 15) & ~(size_t)15;
    struct yinfa_gumbo_chunk *chunk = arena->chunks;
    const size_t header = (sizeof(struct yinfa_gumbo_chunk) + 15) & ~(size_t)15;
    if (!chunk || chunk->size - chunk->used < size) {
        size_t room = size > ((size_t)1 << 20) ? size : (size_t)1 << 20;
        if (room > arena->left) longjmp(arena->full, 1);
        chunk = (struct yinfa_gumbo_chunk *)malloc(header + room);
        if (!chunk) longjmp(arena->full, 1);
        chunk->next = arena->chunks;
        chunk->used = 0;
        chunk->size = room;
        arena->chunks = chunk;
        arena->left -= room;
    }
    void *block = (char *)chunk + header + chunk->used;
    chunk->used += size;
    return block;
}

static void yinfa_gumbo_leave(void *_Nullable userdata, void *_Nullable block) { (void)userdata, (void)block; }

static inline void yinfa_gumbo_close(struct yinfa_gumbo_arena *_Nonnull arena) {
    for (struct yinfa_gumbo_chunk *chunk = arena->chunks; chunk;) {
        struct yinfa_gumbo_chunk *next = chunk->next;
        free(chunk);
        chunk = next;
    }
    free(arena);
}

/// The tree of a page in UTF-8, as browsers build it; NULL where it needs more than `limit` bytes. The bytes have to
/// stay where they are until the arena is closed.
static inline const GumboOutput *_Nullable yinfa_gumbo_parse(
    const char *_Nonnull bytes, size_t count, size_t limit, struct yinfa_gumbo_arena *_Nullable *_Nonnull result) {
    struct yinfa_gumbo_arena *arena = (struct yinfa_gumbo_arena *)calloc(1, sizeof *arena);
    *result = arena;
    if (!arena) return NULL;
    arena->left = limit;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = yinfa_gumbo_allocate;
    options.deallocator = yinfa_gumbo_leave;
    options.userdata = arena;
    options.max_errors = 0;
    if (setjmp(arena->full)) return NULL;
    return gumbo_parse_with_options(&options, bytes, count);
}

#endif
