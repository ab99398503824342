// Random numbers for the drivers: the same seed gives the same input.
#ifndef SANITIZE_RANDOM_H
#define SANITIZE_RANDOM_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t random_state;

static inline void random_begin(int argc, char **argv) {
    random_state = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
}

/// SplitMix64.
static inline uint64_t random_word(void) {
    uint64_t z = random_state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/// 0 ..< bound
static inline size_t random_below(size_t bound) {
    return (size_t)(random_word() % bound);
}

/// -1 ... 1
static inline float random_float(void) {
    return (float)((double)random_word() / 9223372036854775808.0 - 1);
}

/// Memory of exactly this size: the sanitizer sees each access beyond it.
static inline void *exactly(size_t size) {
    void *memory = malloc(size ? size : 1);
    if (!memory) abort();
    return memory;
}

/// Ends the driver with what was expected, where it was not so.
#define EXPECT(condition)                                                                 \
    do {                                                                                  \
        if (!(condition)) {                                                               \
            fprintf(stderr, "%s:%d: expected %s\n", __FILE__, __LINE__, #condition);      \
            exit(1);                                                                      \
        }                                                                                 \
    } while (0)

#endif
