#include "lyre_arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = alignof(max_align_t), FIRST_CHUNK = 512, NEXT_CHUNK = 16 * 1024 };

typedef struct Chunk {
    struct Chunk *next;
    alignas(max_align_t) unsigned char bytes[];
} Chunk;

// The first chunk is a part of the arena, so a small message costs one allocation; below 1 KiB in
// all, which allocators serve from a cache of their own.
struct LyreArena {
    ProtobufCAllocator allocator;
    size_t budget;
    unsigned char *at;
    size_t left;
    Chunk *chunks;
    alignas(max_align_t) unsigned char first[FIRST_CHUNK];
};

static void *allocate(void *arena, size_t size) {
    return lyre_arena_take(arena, size);
}

static void keep(void *arena, void *pointer) {
    (void)arena;
    (void)pointer;  // given back with the arena
}

LyreArena *lyre_arena_create(size_t budget) {
    LyreArena *arena = malloc(sizeof *arena);
    if (arena == NULL) return NULL;
    arena->allocator = (ProtobufCAllocator){allocate, keep, arena};
    arena->budget = budget;
    arena->at = arena->first;
    arena->left = sizeof arena->first;
    arena->chunks = NULL;
    return arena;
}

void lyre_arena_destroy(LyreArena *arena) {
    if (arena == NULL) return;
    for (Chunk *chunk = arena->chunks; chunk != NULL;) {
        Chunk *next = chunk->next;
        free(chunk);
        chunk = next;
    }
    free(arena);
}

void *lyre_arena_take(LyreArena *arena, size_t size) {
    if (size > arena->budget) return NULL;
    size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (rounded == 0) rounded = ALIGNMENT;
    if (rounded > arena->budget) return NULL;
    if (rounded > arena->left) {
        size_t capacity = rounded > NEXT_CHUNK ? rounded : NEXT_CHUNK;
        Chunk *chunk = malloc(sizeof *chunk + capacity);
        if (chunk == NULL) return NULL;
        chunk->next = arena->chunks;
        arena->chunks = chunk;
        arena->at = chunk->bytes;
        arena->left = capacity;
    }
    void *taken = arena->at;
    arena->at += rounded;
    arena->left -= rounded;
    arena->budget -= rounded;
    memset(taken, 0, size);
    return taken;
}

ProtobufCAllocator *lyre_arena_allocator(LyreArena *arena) {
    return &arena->allocator;
}
