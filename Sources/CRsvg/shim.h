#ifndef YINFA_CRSVG_SHIM_H
#define YINFA_CRSVG_SHIM_H

#include <librsvg/rsvg.h>

/* The cast macro of the stream does not reach Swift; neither does what GLib's headers share with those of CPango. */

/* An SVG of some bytes, which are copied. Without a base file nothing outside of them is ever read. NULL where they are
   no SVG. */
static inline RsvgHandle *yinfa_rsvg_open(const void *bytes, gsize count) {
    GBytes *copy = g_bytes_new(bytes, count);
    GInputStream *stream = g_memory_input_stream_new_from_bytes(copy);
    RsvgHandle *handle = rsvg_handle_new_from_stream_sync(stream, NULL, RSVG_HANDLE_FLAGS_NONE, NULL, NULL);
    g_object_unref(stream);
    g_bytes_unref(copy);
    if (handle) rsvg_handle_set_dpi(handle, 96);
    return handle;
}

static inline gboolean yinfa_rsvg_draw(
    RsvgHandle *handle, void *context, double x, double y, double width, double height) {
    RsvgRectangle viewport = {x, y, width, height};
    return rsvg_handle_render_document(handle, (cairo_t *)context, &viewport, NULL);
}

static inline void yinfa_rsvg_close(RsvgHandle *handle) { g_object_unref(handle); }

/* The picture of a JPEG's bytes, decoded by the library that librsvg decodes with. NULL where it is damaged. */
static inline GdkPixbuf *yinfa_jpeg_open(const void *bytes, gsize count) {
    GdkPixbufLoader *loader = gdk_pixbuf_loader_new_with_type("jpeg", NULL);
    if (!loader) return NULL;
    gboolean isWhole = gdk_pixbuf_loader_write(loader, bytes, count, NULL);
    isWhole = gdk_pixbuf_loader_close(loader, NULL) && isWhole;
    GdkPixbuf *picture = isWhole ? gdk_pixbuf_loader_get_pixbuf(loader) : NULL;
    if (picture) g_object_ref(picture);
    g_object_unref(loader);
    return picture;
}

static inline void yinfa_jpeg_close(GdkPixbuf *picture) { g_object_unref(picture); }

#endif
