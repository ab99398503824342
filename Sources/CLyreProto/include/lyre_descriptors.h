// The FileDescriptorSet of proto/, for reflection.
#ifndef LYRE_DESCRIPTORS_H
#define LYRE_DESCRIPTORS_H

#include <stddef.h>
#include <stdint.h>

extern const uint8_t lyre_descriptor_set[];
extern const size_t lyre_descriptor_set_size;
extern const uint64_t lyre_schema_hash;

// Arrays of unknown length do not import into Swift.
static inline const uint8_t *lyre_descriptor_bytes(void) { return lyre_descriptor_set; }

#endif
