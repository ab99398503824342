#include "CSNACCUDA.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define FILE_TEXT(symbol) static const char symbol[] = {
#define END_OF_TEXT , 0};

FILE_TEXT(kernels)
#embed "kernels/kernels.cu"
END_OF_TEXT
FILE_TEXT(product)
#embed "kernels/product.h"
END_OF_TEXT
FILE_TEXT(tail)
#embed "kernels/tail.h"
END_OF_TEXT
FILE_TEXT(peak)
#embed "kernels/peak.h"
END_OF_TEXT
FILE_TEXT(layers)
#embed "kernels/layers.h"
END_OF_TEXT
FILE_TEXT(tensor_core)
#embed "kernels/tensor_core.h"
END_OF_TEXT
FILE_TEXT(rows)
#embed "kernels/rows.h"
END_OF_TEXT
FILE_TEXT(activation)
#embed "kernels/activation.h"
END_OF_TEXT
FILE_TEXT(noise)
#embed "kernels/noise.h"
END_OF_TEXT
FILE_TEXT(grid)
#embed "kernels/grid.h"
END_OF_TEXT
FILE_TEXT(layer)
#embed "include/snac_cuda_layer.h"
END_OF_TEXT

static const snac_cuda_file files[] = {
    {"kernels.cu", kernels},
    {"product.h", product},
    {"tail.h", tail},
    {"peak.h", peak},
    {"layers.h", layers},
    {"tensor_core.h", tensor_core},
    {"rows.h", rows},
    {"activation.h", activation},
    {"noise.h", noise},
    {"grid.h", grid},
    {"../include/snac_cuda_layer.h", layer},
};

const snac_cuda_file *snac_cuda_files(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}
