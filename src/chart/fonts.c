#include "fonts.h"

#include <string.h>

typedef struct fonts {
    FcConfig *config; /* NULL: neither is installed */
    FcCharSet *signs;
} fonts;

static FcFontSet *installed(const char *family, int weight)
{
    FcPattern *wanted = FcPatternBuild(
        NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT, FcTypeInteger, weight, FC_SLANT,
        FcTypeInteger, FC_SLANT_ROMAN, FC_WIDTH, FcTypeInteger, FC_WIDTH_NORMAL,
        FC_VARIABLE, FcTypeBool, FcFalse, NULL);
    FcObjectSet *told = FcObjectSetBuild(FC_FILE, FC_CHARSET, NULL);
    FcFontSet *found = FcFontList(NULL, wanted, told);
    FcObjectSetDestroy(told);
    FcPatternDestroy(wanted);
    return found;
}

static const char *file_of(FcPattern *font)
{
    FcChar8 *file = NULL;
    FcPatternGetString(font, FC_FILE, 0, &file);
    return (const char *)file;
}

/* Of a font that is installed twice always the same file. */
static void add_font(fonts *all, const char *family, int weight)
{
    FcFontSet *found = installed(family, weight);
    FcPattern *first = NULL;
    for (int i = 0; found && i < found->nfont; i++)
        if (!first || strcmp(file_of(found->fonts[i]), file_of(first)) < 0)
            first = found->fonts[i];

    FcCharSet *signs;
    if (first && FcPatternGetCharSet(first, FC_CHARSET, 0, &signs) == FcResultMatch) {
        if (!all->config)
            all->config = FcConfigCreate();
        FcConfigAppFontAddFile(all->config, (const FcChar8 *)file_of(first));
        FcCharSetMerge(all->signs, signs, NULL);
    }
    if (found)
        FcFontSetDestroy(found);
}

static void *read_fonts(void *unused)
{
    static fonts all;
    (void)unused;
    all.signs = FcCharSetCreate();
    add_font(&all, "Inter", FC_WEIGHT_REGULAR);
    add_font(&all, "Inter", FC_WEIGHT_DEMIBOLD);
    add_font(&all, "DejaVu Sans", FC_WEIGHT_REGULAR);
    add_font(&all, "DejaVu Sans", FC_WEIGHT_BOLD);
    return &all;
}

/* Looked for once; they stay as long as the program runs. */
static const fonts *known_fonts(void)
{
    static GOnce once = G_ONCE_INIT;
    return g_once(&once, read_fonts, NULL);
}

void lyh_fonts_restrict(PangoFontMap *map)
{
    FcConfig *config = known_fonts()->config;
    if (config)
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
}

bool lyh_fonts_have(gunichar sign)
{
    const fonts *all = known_fonts();
    return !all->config || FcCharSetHasChar(all->signs, sign);
}
