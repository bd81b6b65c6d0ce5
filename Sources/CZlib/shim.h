#ifndef YINFA_CZLIB_SHIM_H
#define YINFA_CZLIB_SHIM_H

#include <zlib.h>

#endif
