// Memory for one protobuf-c message: taken piece by piece, given back at once, never above a budget.
//
// protobuf-c allocates as often as a peer's bytes tell it to: 1 MiB of empty submessages becomes 55 MB.
// With this allocator unpacking fails instead.
#ifndef LYRE_ARENA_H
#define LYRE_ARENA_H

#include <protobuf-c/protobuf-c.h>
#include <stddef.h>

typedef struct LyreArena LyreArena;

// NULL when there is no memory. `budget`: bytes that may be taken, alignment included.
LyreArena *lyre_arena_create(size_t budget);
void lyre_arena_destroy(LyreArena *arena);

// Zeroed, aligned for any type; NULL when the budget is spent. Size 0 gives a valid address.
void *lyre_arena_take(LyreArena *arena, size_t size);

// For protobuf-c; valid as long as the arena.
ProtobufCAllocator *lyre_arena_allocator(LyreArena *arena);

#endif
