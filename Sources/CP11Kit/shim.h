#ifndef YINFA_CP11KIT_SHIM_H
#define YINFA_CP11KIT_SHIM_H

#include <dlfcn.h>
#include <p11-kit-1/p11-kit/pkcs11.h>

// libp11-kit is opened where a key is in hardware, and not linked: nobody else needs it. Its other headers are found with
// the flags of pkg-config alone, which would link it, too; so what is called of it stands here once more (p11-kit 0.24,
// uri.h and p11-kit.h).
typedef struct p11_kit_uri P11KitUri;
enum { YINFA_P11_KIT_URI_FOR_ANY = 0xFFFF };

struct yinfa_p11_kit {
    P11KitUri *_Nullable (*_Nonnull uri_new)(void);
    int (*_Nonnull uri_parse)(const char *_Nonnull, int, P11KitUri *_Nonnull);
    void (*_Nonnull uri_free)(P11KitUri *_Nonnull);
    int (*_Nonnull uri_match_module_info)(const P11KitUri *_Nonnull, CK_INFO *_Nonnull);
    int (*_Nonnull uri_match_token_info)(const P11KitUri *_Nonnull, CK_TOKEN_INFO *_Nonnull);
    CK_ATTRIBUTE *_Nullable (*_Nonnull uri_get_attributes)(P11KitUri *_Nonnull, CK_ULONG *_Nonnull);
    const char *_Nullable (*_Nonnull uri_get_module_path)(const P11KitUri *_Nonnull);
    const char *_Nullable (*_Nonnull uri_get_pin_value)(const P11KitUri *_Nonnull);
    CK_FUNCTION_LIST *_Nullable *_Nullable (*_Nonnull modules_load_and_initialize)(int);
    CK_FUNCTION_LIST *_Nullable (*_Nonnull module_load)(const char *_Nonnull, int);
    CK_RV (*_Nonnull module_initialize)(CK_FUNCTION_LIST *_Nonnull);
    const char *_Nullable (*_Nonnull strerror)(CK_RV);
};

/// The functions of libp11-kit; NULL where it is not on the machine. Not to be called by two threads at once.
static inline const struct yinfa_p11_kit *_Nullable yinfa_p11_kit_open(void) {
    static struct yinfa_p11_kit functions;
    void *library = dlopen("libp11-kit.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!library) return NULL;
#define YINFA_P11_LOOKUP(name)                                                                                          \
    functions.name = (__typeof__(functions.name))dlsym(library, "p11_kit_" #name);                                      \
    if (!functions.name) return NULL;
    YINFA_P11_LOOKUP(uri_new)
    YINFA_P11_LOOKUP(uri_parse)
    YINFA_P11_LOOKUP(uri_free)
    YINFA_P11_LOOKUP(uri_match_module_info)
    YINFA_P11_LOOKUP(uri_match_token_info)
    YINFA_P11_LOOKUP(uri_get_attributes)
    YINFA_P11_LOOKUP(uri_get_module_path)
    YINFA_P11_LOOKUP(uri_get_pin_value)
    YINFA_P11_LOOKUP(modules_load_and_initialize)
    YINFA_P11_LOOKUP(module_load)
    YINFA_P11_LOOKUP(module_initialize)
    YINFA_P11_LOOKUP(strerror)
#undef YINFA_P11_LOOKUP
    return &functions;
}

#endif
