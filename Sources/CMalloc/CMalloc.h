// mallopt() and its parameters, which Swift's module of glibc leaves out.
#include <malloc.h>
