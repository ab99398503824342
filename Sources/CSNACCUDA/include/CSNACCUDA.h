/// The kernels of SNAC's decoder for CUDA, as source text: NVRTC compiles them on the machine that
/// has the GPU, so that a build needs no CUDA.
#ifndef CSNACCUDA_H
#define CSNACCUDA_H

#include "snac_cuda_layer.h"
#include <stddef.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

/// A file of the kernels, by the name that others include it by.
typedef struct {
    const char *name;
    const char *text;
} snac_cuda_file;

/// All files, the main one first. They live as long as the program.
const snac_cuda_file *snac_cuda_files(size_t *count);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
