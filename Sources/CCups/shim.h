#include <cups/cups.h>
#include <dlfcn.h>

// libcups is opened where something is printed, and not linked: with the thirty libraries that it brings, every start
// of the program would take 6 ms longer. The types of the functions are those of its headers.
#define YINFA_CUPS_FUNCTIONS(F)                                                                                         \
    F(cupsLastErrorString)                                                                                              \
    F(httpClearFields)                                                                                                  \
    F(httpClose)                                                                                                        \
    F(httpConnect2)                                                                                                     \
    F(httpFlushWrite)                                                                                                   \
    F(httpGetFd)                                                                                                        \
    F(httpPost)                                                                                                         \
    F(httpRead2)                                                                                                        \
    F(httpSetField)                                                                                                     \
    F(httpSetLength)                                                                                                    \
    F(httpSetTimeout)                                                                                                   \
    F(httpUpdate)                                                                                                       \
    F(httpWrite2)                                                                                                       \
    F(ippAddBoolean)                                                                                                    \
    F(ippAddInteger)                                                                                                    \
    F(ippAddString)                                                                                                     \
    F(ippAddStrings)                                                                                                    \
    F(ippDelete)                                                                                                        \
    F(ippErrorString)                                                                                                   \
    F(ippFirstAttribute)                                                                                                \
    F(ippGetBoolean)                                                                                                    \
    F(ippGetCount)                                                                                                      \
    F(ippGetGroupTag)                                                                                                   \
    F(ippGetInteger)                                                                                                    \
    F(ippGetName)                                                                                                       \
    F(ippGetRange)                                                                                                      \
    F(ippGetStatusCode)                                                                                                 \
    F(ippGetString)                                                                                                     \
    F(ippGetValueTag)                                                                                                   \
    F(ippLength)                                                                                                        \
    F(ippNew)                                                                                                           \
    F(ippNewRequest)                                                                                                    \
    F(ippNextAttribute)                                                                                                 \
    F(ippReadIO)                                                                                                        \
    F(ippWrite)

struct yinfa_cups {
#define YINFA_CUPS_POINTER(name) __typeof__(name) *_Nonnull name;
    YINFA_CUPS_FUNCTIONS(YINFA_CUPS_POINTER)
#undef YINFA_CUPS_POINTER
};

/// The functions of libcups; NULL where it is not on the machine. Not to be called by two threads at once.
static inline const struct yinfa_cups *_Nullable yinfa_cups_open(void) {
    static struct yinfa_cups functions;
    void *library = dlopen("libcups.so.2", RTLD_NOW | RTLD_LOCAL);
    if (!library) return NULL;
#define YINFA_CUPS_LOOKUP(name)                                                                                         \
    functions.name = (__typeof__(name) *)dlsym(library, #name);                                                         \
    if (!functions.name) return NULL;
    YINFA_CUPS_FUNCTIONS(YINFA_CUPS_LOOKUP)
#undef YINFA_CUPS_LOOKUP
    return &functions;
}
