#ifndef YINFA_PANGO_PARAGRAPHS_H
#define YINFA_PANGO_PARAGRAPHS_H

#include <stddef.h>

/// Pango with one face for Chinese text and one for ASCII, and nothing else in its font map.
typedef struct PangoParagraphs PangoParagraphs;

/// Null where a font file cannot be read.
PangoParagraphs *pango_paragraphs_create(const char *body_file, const char *latin_file, double size);

/// Sets a paragraph with PangoLayout, justified, and visits every line and glyph as a painter would.
/// Lengths in points. Returns the number of lines.
int pango_paragraphs_set(
    PangoParagraphs *engine, const char *text, size_t byte_count, double width, double indent, size_t *glyphs);

void pango_paragraphs_free(PangoParagraphs *engine);

#endif
