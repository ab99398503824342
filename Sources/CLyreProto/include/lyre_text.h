// protobuf-c hands strings out as C strings, so a zero byte within one would cut it unseen.
#ifndef LYRE_TEXT_H
#define LYRE_TEXT_H

#include <protobuf-c/protobuf-c.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline bool lyre_take_varint(const uint8_t **at, const uint8_t *end, uint64_t *value) {
    *value = 0;
    for (unsigned shift = 0; shift < 64 && *at < end; shift += 7) {
        uint8_t byte = *(*at)++;
        *value |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80) return true;
    }
    return false;
}

// Whether a string field of a serialized message, or of a message in it, holds a zero byte. Bytes
// that are no message are not told of here. It recurses as deep as the schema, which never contains
// itself.
static inline bool lyre_text_has_zero(const ProtobufCMessageDescriptor *message, const uint8_t *at,
                                      size_t size) {
    enum { VARINT = 0, FIXED64 = 1, BYTES = 2, FIXED32 = 5 };
    const uint8_t *end = at + size;
    while (at < end) {
        uint64_t tag, length = 0;
        if (!lyre_take_varint(&at, end, &tag)) return false;
        switch (tag & 7) {
        case VARINT: {
            uint64_t ignored;
            if (!lyre_take_varint(&at, end, &ignored)) return false;
            break;
        }
        case FIXED64: length = 8; break;
        case FIXED32: length = 4; break;
        case BYTES:
            if (!lyre_take_varint(&at, end, &length)) return false;
            break;
        default: return false;
        }
        if (length > (size_t)(end - at)) return false;
        const ProtobufCFieldDescriptor *field =
            (tag & 7) == BYTES && length > 0 && tag >> 3 <= UINT32_MAX
                ? protobuf_c_message_descriptor_get_field(message, (unsigned)(tag >> 3))
                : NULL;
        if (field != NULL && field->type == PROTOBUF_C_TYPE_STRING) {
            if (memchr(at, 0, length) != NULL) return true;
        } else if (field != NULL && field->type == PROTOBUF_C_TYPE_MESSAGE) {
            if (lyre_text_has_zero(field->descriptor, at, length)) return true;
        }
        at += length;
    }
    return false;
}

#endif
