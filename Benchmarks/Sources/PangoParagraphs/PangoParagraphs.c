#include "PangoParagraphs.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

struct PangoParagraphs {
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    char *latin_family;
};

static char *family_of(const char *file) {
    int count = 0;
    FcPattern *pattern = FcFreeTypeQuery((const FcChar8 *)file, 0, NULL, &count);
    if (!pattern) return NULL;
    FcChar8 *name = NULL;
    char *family = NULL;
    if (FcPatternGetString(pattern, FC_FAMILY, 0, &name) == FcResultMatch) family = g_strdup((const char *)name);
    FcPatternDestroy(pattern);
    return family;
}

PangoParagraphs *pango_paragraphs_create(const char *body_file, const char *latin_file, double size) {
    char *body = family_of(body_file);
    char *latin = family_of(latin_file);
    if (!body || !latin) {
        g_free(body);
        g_free(latin);
        return NULL;
    }
    PangoParagraphs *engine = g_new0(PangoParagraphs, 1);
    engine->config = FcConfigCreate();
    FcConfigAppFontAddFile(engine->config, (const FcChar8 *)body_file);
    FcConfigAppFontAddFile(engine->config, (const FcChar8 *)latin_file);
    engine->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(engine->map), engine->config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(engine->map), 72);
    engine->context = pango_font_map_create_context(engine->map);
    pango_context_set_language(engine->context, pango_language_from_string("zh-cn"));
    pango_context_set_round_glyph_positions(engine->context, FALSE);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(engine->context, options);
    cairo_font_options_destroy(options);
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, body);
    pango_font_description_set_absolute_size(description, size * PANGO_SCALE);
    pango_context_set_font_description(engine->context, description);
    pango_font_description_free(description);
    engine->latin_family = latin;
    g_free(body);
    return engine;
}

/* ASCII in the Latin face, as the font book has it. */
static PangoAttrList *faces(const PangoParagraphs *engine, const char *text, size_t count) {
    PangoAttrList *list = pango_attr_list_new();
    for (size_t start = 0; start < count;) {
        size_t end = start;
        while (end < count && (unsigned char)text[end] < 0x80) end++;
        if (end > start) {
            PangoAttribute *family = pango_attr_family_new(engine->latin_family);
            family->start_index = (guint)start;
            family->end_index = (guint)end;
            pango_attr_list_insert(list, family);
        }
        start = end + 1;
    }
    return list;
}

int pango_paragraphs_set(
    PangoParagraphs *engine, const char *text, size_t byte_count, double width, double indent, size_t *glyphs) {
    PangoLayout *layout = pango_layout_new(engine->context);
    PangoAttrList *attributes = faces(engine, text, byte_count);
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_text(layout, text, (int)byte_count);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    pango_layout_set_indent(layout, (int)(indent * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_justify(layout, TRUE);
    PangoLayoutIter *iter = pango_layout_get_iter(layout);
    do {
        const PangoLayoutRun *run = pango_layout_iter_get_run_readonly(iter);
        if (run) *glyphs += (size_t)run->glyphs->num_glyphs;
    } while (pango_layout_iter_next_run(iter));
    pango_layout_iter_free(iter);
    int lines = pango_layout_get_line_count(layout);
    g_object_unref(layout);
    return lines;
}

void pango_paragraphs_free(PangoParagraphs *engine) {
    g_object_unref(engine->context);
    g_object_unref(engine->map);
    FcConfigDestroy(engine->config);
    g_free(engine->latin_family);
    g_free(engine);
}
