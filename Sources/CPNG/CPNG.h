// libpng's simplified interface, which reports errors as values: the other one jumps over frames,
// and Swift's may not be jumped over.
#include <png.h>
