// Unpacks random bytes as every message of the wire, in arenas of random budgets.
#include "CLyreProto.h"
#include "random.h"

#include <string.h>

enum { ROUNDS = 60000, LONGEST = 2048, LARGEST_BUDGET = 1 << 16 };

static const ProtobufCMessageDescriptor *const messages[] = {
    &lyre__rpc__v1__frame__descriptor,
    &lyre__rpc__v1__health_request__descriptor,
    &lyre__rpc__v1__health_reply__descriptor,
    &lyre__rpc__v1__reflection_request__descriptor,
    &lyre__rpc__v1__reflection_reply__descriptor,
    &lyre__rpc__v1__metrics_request__descriptor,
    &lyre__rpc__v1__metrics_reply__descriptor,
    &lyre__speech__v1__decode_request__descriptor,
    &lyre__speech__v1__decode_reply__descriptor,
    &lyre__speech__v1__encode_request__descriptor,
    &lyre__speech__v1__encode_reply__descriptor,
    &lyre__speech__v1__generate_request__descriptor,
    &lyre__speech__v1__generate_reply__descriptor,
    &lyre__speech__v1__prepare_request__descriptor,
    &lyre__speech__v1__prepare_reply__descriptor,
    &lyre__speech__v1__speak_request__descriptor,
    &lyre__speech__v1__speak_reply__descriptor,
};

static size_t put_varint(uint8_t *at, size_t room, uint64_t value) {
    size_t used = 0;
    while (used < room) {
        at[used++] = (uint8_t)(value < 0x80 ? value : value | 0x80);
        if (value < 0x80) break;
        value >>= 7;
    }
    return used;
}

/// Bytes that look like fields of a message: most tags and lengths are right, some are not.
static size_t put_fields(const ProtobufCMessageDescriptor *type, uint8_t *at, size_t room,
                         int depth) {
    size_t used = 0;
    for (size_t count = random_below(8); count > 0 && used < room; count--) {
        if (type->n_fields == 0) break;
        const ProtobufCFieldDescriptor *field = &type->fields[random_below(type->n_fields)];
        unsigned wire = field->type == PROTOBUF_C_TYPE_MESSAGE || field->type == PROTOBUF_C_TYPE_STRING ||
                                field->type == PROTOBUF_C_TYPE_BYTES
                            ? 2
                        : field->type == PROTOBUF_C_TYPE_FIXED64 || field->type == PROTOBUF_C_TYPE_DOUBLE
                            ? 1
                            : 0;
        if (random_below(16) == 0) wire = (unsigned)random_below(8);
        used += put_varint(at + used, room - used, (uint64_t)field->id << 3 | wire);
        if (wire == 0) {
            used += put_varint(at + used, room - used, random_word() >> random_below(64));
        } else if (wire == 1 || wire == 5) {
            for (size_t left = wire == 1 ? 8 : 4; left > 0 && used < room; left--)
                at[used++] = (uint8_t)random_word();
        } else if (wire == 2) {
            uint8_t inner[256];
            size_t length;
            if (field->type == PROTOBUF_C_TYPE_MESSAGE && depth > 0) {
                length = put_fields(field->descriptor, inner, sizeof inner, depth - 1);
            } else {
                length = random_below(random_below(8) ? 16 : sizeof inner);
                for (size_t i = 0; i < length; i++) inner[i] = (uint8_t)random_word();
            }
            const uint64_t told = random_below(32) ? length : random_word() >> random_below(64);
            used += put_varint(at + used, room - used, told);
            if (length > room - used) length = room - used;
            memcpy(at + used, inner, length);
            used += length;
        }
    }
    return used;
}

/// What was understood can be packed, and is the same message then.
static void repack(const ProtobufCMessage *message) {
    const size_t size = protobuf_c_message_get_packed_size(message);
    uint8_t *bytes = exactly(size);
    EXPECT(protobuf_c_message_pack(message, bytes) == size);
    LyreArena *arena = lyre_arena_create(16 << 20);
    ProtobufCMessage *again = protobuf_c_message_unpack(
        message->descriptor, lyre_arena_allocator(arena), size, bytes);
    EXPECT(again != NULL);
    EXPECT(protobuf_c_message_get_packed_size(again) == size);
    lyre_arena_destroy(arena);
    free(bytes);
}

static void fuzz(size_t *understood) {
    const ProtobufCMessageDescriptor *type =
        messages[random_below(sizeof messages / sizeof messages[0])];
    uint8_t bytes[LONGEST];
    size_t length;
    if (random_below(8) == 0) {
        length = random_below(sizeof bytes);
        for (size_t i = 0; i < length; i++) bytes[i] = (uint8_t)random_word();
    } else {
        length = put_fields(type, bytes, sizeof bytes, 3);
        if (length && random_below(4) == 0) bytes[random_below(length)] ^= (uint8_t)random_word();
        if (random_below(8) == 0) length = random_below(length + 1);
    }
    uint8_t *input = exactly(length);
    memcpy(input, bytes, length);
    const size_t budget = random_below(4) ? 16 << 20 : random_below(LARGEST_BUDGET);
    LyreArena *arena = lyre_arena_create(budget);
    EXPECT(arena != NULL);
    ProtobufCMessage *message =
        protobuf_c_message_unpack(type, lyre_arena_allocator(arena), length, input);
    if (message) {
        (*understood)++;
        repack(message);
    }
    lyre_arena_destroy(arena);
    free(input);
}

/// What an arena hands out is zeroed, aligned, apart from each other, and within the budget.
static void take(void) {
    const size_t budget = random_below(LARGEST_BUDGET);
    LyreArena *arena = lyre_arena_create(budget);
    size_t taken = 0;
    unsigned char *pieces[32];
    size_t sizes[32], count = 0;
    while (count < 32) {
        const size_t size = random_below(random_below(4) ? 64 : 40000);
        unsigned char *piece = lyre_arena_take(arena, size);
        if (!piece) break;
        EXPECT((uintptr_t)piece % _Alignof(max_align_t) == 0);
        for (size_t i = 0; i < size; i++) EXPECT(piece[i] == 0);
        memset(piece, (int)count + 1, size);
        pieces[count] = piece;
        sizes[count++] = size;
        taken += size;
    }
    EXPECT(taken <= budget);
    EXPECT(lyre_arena_take(arena, SIZE_MAX) == NULL);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < sizes[i]; j++) EXPECT(pieces[i][j] == i + 1);
    lyre_arena_destroy(arena);
}

int main(int argc, char **argv) {
    random_begin(argc, argv);
    size_t understood = 0;
    for (int i = 0; i < ROUNDS; i++) fuzz(&understood);
    for (int i = 0; i < 2000; i++) take();
    lyre_arena_destroy(NULL);
    // Had next to nothing been understood, next to nothing would have been tried.
    EXPECT(understood > ROUNDS / 4);
    printf("messages: %d random ones unpacked, %zu of them understood and packed again\n", ROUNDS,
           understood);
    return 0;
}
