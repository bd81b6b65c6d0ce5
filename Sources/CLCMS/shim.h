#ifndef YINFA_CLCMS_SHIM_H
#define YINFA_CLCMS_SHIM_H

#include <lcms2.h>

/* Formats are macros of macros, which do not reach Swift. */
static inline cmsHTRANSFORM yinfa_rgb_to_cmyk(cmsHPROFILE rgb, cmsHPROFILE cmyk) {
    return cmsCreateTransform(
        rgb, TYPE_RGB_8, cmyk, TYPE_CMYK_8, INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION);
}

#endif
