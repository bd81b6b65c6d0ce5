#ifndef YINFA_CPANGO_SHIM_H
#define YINFA_CPANGO_SHIM_H

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <cairo.h>
/* Order matters: fcfreetype.h does not include what it needs. */
#include <fontconfig/fontconfig.h>
#include <fontconfig/fcfreetype.h>
#include <hb-ot.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

/* Cast macros do not reach Swift. */
static inline PangoFcFontMap *yinfa_fc_font_map(PangoFontMap *map) { return PANGO_FC_FONT_MAP(map); }
static inline PangoCairoFont *yinfa_cairo_font(PangoFont *font) { return PANGO_CAIRO_FONT(font); }

#endif
