#include <lyhord/survey/answers_file.h>

#include <stdlib.h>

#include <lyhord/base/workbook.h>
#include <lyhord/survey/sav.h>

/* Lines of answers are people's words, of a sheet too: they are shown to those who ask for them. */
static lyh_source *read_workbook(const char *path, const lyh_bytes *bytes, lyh_diags *diags)
{
    lyh_source *sheet = lyh_workbook_read(path, bytes, diags);
    lyh_source *source =
        sheet ? lyh_source_from_bytes(path, LYH_SOURCE_TRANSCRIPT, lyh_source_text(sheet),
                                      lyh_source_size(sheet), diags)
              : NULL;
    lyh_source_free(sheet);
    return source;
}

lyh_source *lyh_answers_file_read(const char *path, lyh_answers_kind *kind,
                                  lyh_diags *diags, lyh_error *error)
{
    lyh_bytes bytes = { .data = NULL };
    if (!lyh_file_read(path, LYH_MAX_ANSWERS, &bytes, error))
        return NULL;
    lyh_answers_kind found = lyh_workbook_looks_like(path, &bytes) ? LYH_ANSWERS_XLSX
                             : lyh_sav_looks_like(&bytes)          ? LYH_ANSWERS_SAV
                                                                   : LYH_ANSWERS_CSV;
    lyh_source *source = found == LYH_ANSWERS_XLSX ? read_workbook(path, &bytes, diags)
                         : found == LYH_ANSWERS_SAV
                             ? lyh_sav_read(path, &bytes, diags)
                             : lyh_source_from_bytes(path, LYH_SOURCE_TRANSCRIPT,
                                                     bytes.data, bytes.size, diags);
    free(bytes.data);
    if (kind)
        *kind = found;
    if (!source)
        lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    return source;
}
