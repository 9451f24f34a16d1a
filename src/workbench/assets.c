#include "assets.h"

#include <string.h>

#include "routes.h"

const page_asset *asset_find(const char *path)
{
    for (size_t i = 0; i < generated_asset_count; i++)
        if (strcmp(generated_assets[i].path, path) == 0)
            return &generated_assets[i];
    return NULL;
}

route_reply show_words(workbench *bench, const route_call *call)
{
    (void)call;
    const lyh_catalog *catalog = bench->options->catalog;
    json_t *words = json_object();
    for (size_t i = 0; i < generated_word_count; i++)
        json_object_set_new(words, generated_words[i],
                            json_string(lyh_tr(catalog, generated_words[i])));
    return route_fine(
        json_pack("{s:s, s:o}", "language", lyh_catalog_language(catalog), "words", words));
}
