// What module CLyreProto shows: generated protobuf-c messages, and an allocator with a budget.
#ifndef CLYREPROTO_H
#define CLYREPROTO_H

#include "lyre/rpc/v1/frame.pb-c.h"
#include "lyre/rpc/v1/health.pb-c.h"
#include "lyre/rpc/v1/reflection.pb-c.h"
#include "lyre/rpc/v1/status.pb-c.h"
#include "lyre/speech/v1/audio.pb-c.h"
#include "lyre/speech/v1/decoder.pb-c.h"
#include "lyre/speech/v1/speech.pb-c.h"
#include "lyre/speech/v1/text.pb-c.h"
#include "lyre/speech/v1/tokens.pb-c.h"
#include "lyre_arena.h"
#include "lyre_descriptors.h"
#include "lyre_text.h"

#endif
