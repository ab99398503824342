// SNAC's decoder as six kernels: features, head, upsampling, noise, residual unit, tail. Those with
// a product come with 64 and 128 columns a block, and multiply floats ("exact") or bfloat16. And
// what a benchmark holds them against.
#include "peak.h"
#include "product.h"
#include "tail.h"

#define PRODUCT(name, kind, form, columns) \
    KERNEL name##_##columns(const snac_layer layer) { Product<kind, form, columns>::run(layer); }
#define PRODUCTS(name, kind) \
    PRODUCT(name##_exact, kind, Exact, 64) \
    PRODUCT(name##_exact, kind, Exact, 128) \
    PRODUCT(name##_bf16, kind, Rounded, 64) \
    PRODUCT(name##_bf16, kind, Rounded, 128)

PRODUCT(features_exact, Features, Exact, 64)
PRODUCT(features_exact, Features, Exact, 128)
PRODUCTS(head, Head)
PRODUCTS(upsampling, Upsampling)
PRODUCTS(noise, Noise)
PRODUCTS(unit, ResidualUnit)

KERNEL peak_exact(const snac_layer layer) { multiply_registers<Exact>(layer); }
KERNEL peak_bf16(const snac_layer layer) { multiply_registers<Rounded>(layer); }
KERNEL copy(const snac_layer layer) { copy_tile(layer); }

KERNEL tail(const snac_layer layer) { project_to_samples(layer); }
