#ifndef YINFA_CZIP_SHIM_H
#define YINFA_CZIP_SHIM_H

#include <dlfcn.h>
#include <zip.h>

// libzip is opened where a container is read or written, and not linked: only importing and exporting need it, and no
// other start of the program should wait for it and for libbz2. The types of the functions are those of its header.
#define YINFA_ZIP_FUNCTIONS(F)                                                                                          \
    F(zip_close)                                                                                                        \
    F(zip_discard)                                                                                                      \
    F(zip_error_fini)                                                                                                   \
    F(zip_error_init)                                                                                                   \
    F(zip_fclose)                                                                                                       \
    F(zip_file_add)                                                                                                     \
    F(zip_file_set_dostime)                                                                                             \
    F(zip_fopen_index)                                                                                                  \
    F(zip_fread)                                                                                                        \
    F(zip_get_num_entries)                                                                                              \
    F(zip_open_from_source)                                                                                             \
    F(zip_source_buffer_create)                                                                                         \
    F(zip_source_close)                                                                                                 \
    F(zip_source_free)                                                                                                  \
    F(zip_source_keep)                                                                                                  \
    F(zip_source_open)                                                                                                  \
    F(zip_source_read)                                                                                                  \
    F(zip_stat_index)

struct yinfa_zip {
#define YINFA_ZIP_POINTER(name) __typeof__(name) *_Nonnull name;
    YINFA_ZIP_FUNCTIONS(YINFA_ZIP_POINTER)
#undef YINFA_ZIP_POINTER
};

/// The functions of libzip; NULL where it is not on the machine. Not to be called by two threads at once.
static inline const struct yinfa_zip *_Nullable yinfa_zip_open(void) {
    static struct yinfa_zip functions;
    void *library = dlopen("libzip.so.5", RTLD_NOW | RTLD_LOCAL);
    if (!library) library = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) return NULL;
#define YINFA_ZIP_LOOKUP(name)                                                                                          \
    functions.name = (__typeof__(name) *)dlsym(library, #name);                                                         \
    if (!functions.name) return NULL;
    YINFA_ZIP_FUNCTIONS(YINFA_ZIP_LOOKUP)
#undef YINFA_ZIP_LOOKUP
    return &functions;
}

#endif
