#ifndef YINFA_CXLSXWRITER_SHIM_H
#define YINFA_CXLSXWRITER_SHIM_H

#include <dlfcn.h>
#include <xlsxwriter.h>

// libxlsxwriter is opened where a workbook is written, and not linked: no other start of the program should wait for it
// and for minizip. The types of the functions are those of its headers.
#define YINFA_XLSX_FUNCTIONS(F)                                                                                         \
    F(format_set_align)                                                                                                 \
    F(format_set_bg_color)                                                                                              \
    F(format_set_bold)                                                                                                  \
    F(format_set_border)                                                                                                \
    F(format_set_font_color)                                                                                            \
    F(format_set_font_name)                                                                                             \
    F(format_set_font_size)                                                                                             \
    F(format_set_num_format)                                                                                            \
    F(format_set_text_wrap)                                                                                             \
    F(format_set_unlocked)                                                                                              \
    F(lxw_strerror)                                                                                                     \
    F(lxw_workbook_free)                                                                                                \
    F(workbook_add_format)                                                                                              \
    F(workbook_add_worksheet)                                                                                           \
    F(workbook_close)                                                                                                   \
    F(workbook_new_opt)                                                                                                 \
    F(workbook_set_properties)                                                                                          \
    F(worksheet_conditional_format_range)                                                                               \
    F(worksheet_data_validation_range)                                                                                  \
    F(worksheet_fit_to_pages)                                                                                           \
    F(worksheet_freeze_panes)                                                                                           \
    F(worksheet_merge_range)                                                                                            \
    F(worksheet_protect)                                                                                                \
    F(worksheet_repeat_rows)                                                                                            \
    F(worksheet_set_column)                                                                                             \
    F(worksheet_set_landscape)                                                                                          \
    F(worksheet_set_paper)                                                                                              \
    F(worksheet_set_row)                                                                                                \
    F(worksheet_write_blank)                                                                                            \
    F(worksheet_write_formula_str)                                                                                      \
    F(worksheet_write_number)                                                                                           \
    F(worksheet_write_string)

struct yinfa_xlsx {
#define YINFA_XLSX_POINTER(name) __typeof__(name) *_Nonnull name;
    YINFA_XLSX_FUNCTIONS(YINFA_XLSX_POINTER)
#undef YINFA_XLSX_POINTER
};

/// The functions of libxlsxwriter; NULL where it is not on the machine. Not to be called by two threads at once.
static inline const struct yinfa_xlsx *_Nullable yinfa_xlsx_open(void) {
    static struct yinfa_xlsx functions;
    void *library = dlopen("libxlsxwriter.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) return NULL;
#define YINFA_XLSX_LOOKUP(name)                                                                                         \
    functions.name = (__typeof__(name) *)dlsym(library, #name);                                                         \
    if (!functions.name) return NULL;
    YINFA_XLSX_FUNCTIONS(YINFA_XLSX_LOOKUP)
#undef YINFA_XLSX_LOOKUP
    return &functions;
}

#endif
