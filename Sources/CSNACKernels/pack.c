#include "CSNACKernels.h"
#include <string.h>

void snac_pack(const float *matrix, size_t k, size_t n, float *packed) {
    for (size_t column = 0; column < n; column += SNAC_PANEL) {
        const size_t width = n - column < SNAC_PANEL ? n - column : SNAC_PANEL;
        for (size_t row = 0; row < k; row++) {
            memcpy(packed, matrix + row * n + column, width * sizeof(float));
            packed += width;
        }
    }
}
