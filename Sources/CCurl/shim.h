#ifndef YINFA_CCURL_SHIM_H
#define YINFA_CCURL_SHIM_H

#include <curl/curl.h>
#include <dlfcn.h>

// libcurl is opened where an authority is asked for something, and not linked: few reports are signed with time stamps,
// and the thirty libraries that it brings would cost every start of the program. The types are those of its header.
#define YINFA_CURL_FUNCTIONS(F)                                                                                         \
    F(curl_easy_cleanup)                                                                                                \
    F(curl_easy_getinfo)                                                                                                \
    F(curl_easy_init)                                                                                                   \
    F(curl_easy_perform)                                                                                                \
    F(curl_easy_setopt)                                                                                                 \
    F(curl_easy_strerror)                                                                                               \
    F(curl_global_init)                                                                                                 \
    F(curl_slist_append)                                                                                                \
    F(curl_slist_free_all)

// With its argument, a name may be a macro that checks types; alone, it is the function.
struct yinfa_curl {
#define YINFA_CURL_POINTER(name) __typeof__(name) *_Nonnull name;
    YINFA_CURL_FUNCTIONS(YINFA_CURL_POINTER)
#undef YINFA_CURL_POINTER
};

/// The functions of libcurl; NULL where it is not on the machine. Not to be called by two threads at once.
static inline const struct yinfa_curl *_Nullable yinfa_curl_open(void) {
    static struct yinfa_curl functions;
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) return NULL;
#define YINFA_CURL_LOOKUP(name)                                                                                         \
    functions.name = (__typeof__(name) *)dlsym(library, #name);                                                         \
    if (!functions.name) return NULL;
    YINFA_CURL_FUNCTIONS(YINFA_CURL_LOOKUP)
#undef YINFA_CURL_LOOKUP
    return functions.curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? &functions : NULL;
}

// Swift calls no function with a variable number of arguments.

static inline CURLcode yinfa_curl_set_number(
    const struct yinfa_curl *_Nonnull curl, CURL *_Nonnull handle, CURLoption option, long value) {
    return (curl->curl_easy_setopt)(handle, option, value);
}

static inline CURLcode yinfa_curl_set_pointer(
    const struct yinfa_curl *_Nonnull curl, CURL *_Nonnull handle, CURLoption option, const void *_Nullable value) {
    return (curl->curl_easy_setopt)(handle, option, value);
}

/// - Parameter write: takes what arrives, as `CURLOPT_WRITEFUNCTION` says, with `data` as its last argument.
static inline CURLcode yinfa_curl_set_sink(
    const struct yinfa_curl *_Nonnull curl, CURL *_Nonnull handle,
    size_t (*_Nonnull write)(char *_Nullable, size_t, size_t, void *_Nullable), void *_Nullable data) {
    CURLcode status = (curl->curl_easy_setopt)(handle, CURLOPT_WRITEFUNCTION, write);
    return status == CURLE_OK ? (curl->curl_easy_setopt)(handle, CURLOPT_WRITEDATA, data) : status;
}

static inline long yinfa_curl_http_status(const struct yinfa_curl *_Nonnull curl, CURL *_Nonnull handle) {
    long status = 0;
    (curl->curl_easy_getinfo)(handle, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

#endif
