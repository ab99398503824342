// Which kernels this machine has.
#include "CSNACKernels.h"
#include <string.h>

extern const snac_kernels snac_portable_kernels;

#if defined(__x86_64__)
extern const snac_kernels snac_avx2_kernels;
extern const snac_kernels snac_avx512_kernels;
extern const snac_kernels snac_avx512bf16_kernels;

static int has_avx2(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

static int has_avx512(void) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512dq");
}

static int has_avx512bf16(void) { return has_avx512() && __builtin_cpu_supports("avx512bf16"); }
#endif

const snac_kernels *snac_kernels_named(const char *name) {
#if defined(__x86_64__)
    if (!strcmp(name, "avx512bf16")) return has_avx512bf16() ? &snac_avx512bf16_kernels : NULL;
    if (!strcmp(name, "avx512")) return has_avx512() ? &snac_avx512_kernels : NULL;
    if (!strcmp(name, "avx2")) return has_avx2() ? &snac_avx2_kernels : NULL;
#endif
    return strcmp(name, "portable") ? NULL : &snac_portable_kernels;
}

const snac_kernels *snac_kernels_best(void) {
#if defined(__x86_64__)
    if (has_avx512()) return &snac_avx512_kernels;
    if (has_avx2()) return &snac_avx2_kernels;
#endif
    return &snac_portable_kernels;
}
