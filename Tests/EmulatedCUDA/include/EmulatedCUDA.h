/// The kernels of Sources/CSNACCUDA on the processor, from the same source: one block after
/// another, the threads of a block by turns.
#ifndef EMULATED_CUDA_H
#define EMULATED_CUDA_H

#include <CSNACCUDA.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Runs all blocks of a kernel, each with so many bytes of shared memory, which hold no numbers at
/// first. Addresses on the device are those of this process.
/// - Returns: false where there is no such kernel.
bool emulated_cuda_launch(const char *_Nonnull kernel, int rows, int columns, size_t shared,
                          const snac_layer *_Nonnull layer);

/// A normal draw of the kernels' generator.
float emulated_cuda_noise(unsigned long long seed, unsigned block, long long step);

#ifdef __cplusplus
}
#endif

#endif
