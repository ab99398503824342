#include "CFlite.h"

#include <flite/cst_cg.h>
#include <flite/flite.h>
#include <stdlib.h>

// flite draws from rand(), whose state the C library keeps for all threads: libzmq and libcurl would
// draw in between, and the same text would sound different. These take their place in the process,
// with a state a thread.
static _Thread_local uint64_t random_state = 1;

void srand(unsigned seed) {
    random_state = seed;
}

int rand(void) {
    // Knuth's MMIX generator; its upper bits are the good ones.
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (int)(random_state >> 33);
}

cst_voice *register_cmu_us_slt(const char *folder);
cst_voice *register_cmu_us_rms(const char *folder);
cst_voice *register_cmu_us_awb(const char *folder);
cst_voice *register_cmu_us_kal16(const char *folder);

static cst_voice *registered(cflite_voice voice) {
    static cst_voice *voices[CFLITE_VOICES];
    if (voice < 0 || voice >= CFLITE_VOICES) return NULL;
    if (!voices[CFLITE_SLT]) {
        flite_init();
        voices[CFLITE_RMS] = register_cmu_us_rms(NULL);
        voices[CFLITE_AWB] = register_cmu_us_awb(NULL);
        voices[CFLITE_KAL16] = register_cmu_us_kal16(NULL);
        voices[CFLITE_SLT] = register_cmu_us_slt(NULL);
    }
    return voices[voice];
}

/// The mean pitch in Hz that a voice speaks with: statistical voices keep it in their model.
static float mean_pitch(const cst_voice *voice) {
    if (feat_present(voice->features, "int_f0_target_mean"))
        return flite_get_param_float(voice->features, "int_f0_target_mean", 0);
    if (feat_present(voice->features, "cg_db"))
        return val_cg_db(feat_val(voice->features, "cg_db"))->f0_mean;
    return 0;
}

/// Multiplies a setting for one utterance; restore() undoes it.
typedef struct {
    const char *name;
    bool was_set;
    float value;
} setting;

static setting multiply(cst_features *features, const char *name, float value, float factor) {
    setting old = {name, feat_present(features, name) != 0, value};
    // Setting a voice's own value again would not be the same: some voices take another path then.
    if (factor != 1 && value > 0) flite_feat_set_float(features, name, value * factor);
    return old;
}

static void restore(cst_features *features, setting old) {
    if (old.was_set)
        flite_feat_set_float(features, old.name, old.value);
    else
        flite_feat_remove(features, old.name);
}

bool cflite_speak(cflite_voice which, const char *text, float stretch, float pitch,
                  cflite_sound *sound) {
    cst_voice *voice = registered(which);
    if (!voice) return false;
    cst_features *features = voice->features;
    setting duration = multiply(features, "duration_stretch",
                                flite_get_param_float(features, "duration_stretch", 1), stretch);
    setting tone = multiply(features, "int_f0_target_mean", mean_pitch(voice), pitch);
    // The breath of statistical voices is drawn from rand(): begin anew for each text.
    srand(1);
    cst_wave *wave = flite_text_to_wave(text, voice);
    restore(features, duration);
    restore(features, tone);
    if (!wave) return false;
    if (wave->num_samples <= 0 || wave->num_channels != 1 || wave->sample_rate <= 0) {
        delete_wave(wave);
        return false;
    }
    *sound = (cflite_sound){wave->samples, wave->num_samples, wave->sample_rate, wave};
    return true;
}

void cflite_release(cflite_sound sound) {
    if (sound.owner) delete_wave(sound.owner);
}
