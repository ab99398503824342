#pragma once

#include <stdbool.h>
#include <stdint.h>

/// Why this shim: flite's headers define macros and structures that Swift cannot import, its voices
/// are registered by functions that no header declares, and two of its settings need care.

/// A sound of one channel that flite has spoken; to be given to cflite_release.
typedef struct {
    int16_t *_Nullable samples;
    int32_t count;
    /// Samples a second.
    int32_t rate;
    void *_Nullable owner;
} cflite_sound;

/// The voices that are linked in.
typedef enum { CFLITE_SLT, CFLITE_RMS, CFLITE_AWB, CFLITE_KAL16, CFLITE_VOICES } cflite_voice;

/// Speaks a text; false when flite gives no sound.
///
/// stretch and pitch multiply the voice's own duration and mean pitch; 1 leaves them alone. The
/// same call gives the same samples. NOT safe on two threads at once: voices and rand() are global.
bool cflite_speak(cflite_voice voice, const char *_Nonnull text, float stretch, float pitch,
                  cflite_sound *_Nonnull sound);

void cflite_release(cflite_sound sound);
