// Has every voice of the demo speak short, empty and odd texts, twice, and wrong voices refuse.
#include "CFlite.h"
#include "random.h"

#include <string.h>

static const char *const texts[] = {"Hello.", "", " ", "12 %s \x01 \xff\xfe", "<>&\"'\\"};

int main(int argc, char **argv) {
    random_begin(argc, argv);
    size_t samples = 0;
    for (int voice = 0; voice < CFLITE_VOICES; voice++)
        for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
            const float stretch = 0.8f + 0.2f * random_float(), pitch = 1 + 0.2f * random_float();
            cflite_sound first, second;
            if (!cflite_speak((cflite_voice)voice, texts[i], stretch, pitch, &first)) continue;
            EXPECT(cflite_speak((cflite_voice)voice, texts[i], stretch, pitch, &second));
            EXPECT(first.count == second.count && first.rate == second.rate);
            EXPECT(!memcmp(first.samples, second.samples, (size_t)first.count * sizeof(int16_t)));
            samples += (size_t)first.count;
            cflite_release(first);
            cflite_release(second);
        }
    cflite_sound none;
    EXPECT(!cflite_speak(CFLITE_VOICES, "Hello.", 1, 1, &none));
    EXPECT(!cflite_speak((cflite_voice)-1, "Hello.", 1, 1, &none));
    EXPECT(samples > 10000);
    printf("speech: %d voices of flite spoke %zu samples, the same ones twice\n", CFLITE_VOICES,
           samples);
    return 0;
}
