#include "origin.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "version.h"

/* Add the bytes of @path, however many, to @sum. */
static bool add_file(GChecksum *sum, const char *path, size_t *size, lyh_error *error)
{
    static guchar bytes[1 << 16];
    ssize_t got;
    int file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    *size = 0;
    if (file < 0)
        return lyh_error_set(error, LYH_ERROR_NO_INPUT, errno, path);
    while ((got = read(file, bytes, sizeof bytes)) > 0 || (got < 0 && errno == EINTR)) {
        g_checksum_update(sum, bytes, MAX(got, 0));
        *size += got > 0 ? (size_t)got : 0;
    }
    int number = errno;
    close(file);
    return got == 0 || lyh_error_set(error, LYH_ERROR_IO, number, path);
}

static char *hash_of(const char *path, size_t *size, lyh_error *error)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    return add_file(sum, path, size, error) ? g_strdup(g_checksum_get_string(sum)) : NULL;
}

/* Another edition of the dictionary knows other words and gives other counts; "" without one. */
static char *hash_of_dictionary(void)
{
    static const char *const endings[] = { "aff", "dic" };
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    lyh_error unheard = { 0 };
    size_t size;
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *path = g_strdup_printf("%s.%s", cli_dictionary(), endings[i]);
        if (!add_file(sum, path, &size, &unheard))
            return g_strdup("");
    }
    return g_strdup(g_checksum_get_string(sum));
}

static bool hash_inputs(cli_origin *origin, lyh_study *study, lyh_error *error)
{
    size_t count = lyh_study_file_count(study);
    origin->names = g_ptr_array_new_with_free_func(g_free);
    origin->hashes = g_ptr_array_new_with_free_func(g_free);
    origin->inputs = g_new0(lyh_partial_input, count + 1);
    for (size_t i = 0; i < count; i++) {
        char *hash = hash_of(lyh_study_file(study, i), &origin->inputs[i].size, error);
        if (!hash)
            return false;
        char *name = g_path_get_basename(lyh_study_file(study, i));
        g_ptr_array_add(origin->hashes, hash);
        g_ptr_array_add(origin->names, name);
        origin->inputs[i].name = name;
        origin->inputs[i].sha256 = hash;
    }
    return true;
}

bool origin_init(cli_origin *origin, lyh_cli *cli, lyh_study *study, const char *codebook,
                 const char *respondents)
{
    size_t size;
    origin->codebook = hash_of(codebook, &size, &cli->error);
    origin->dictionary = hash_of_dictionary();
    origin->respondents =
        respondents ? hash_of(respondents, &size, &cli->error) : g_strdup("");
    if (!origin->codebook || !origin->respondents ||
        !hash_inputs(origin, study, &cli->error))
        return false;
    origin->known = (lyh_partial_origin){
        .tool = LYHORD_VERSION,
        .codebook = origin->codebook,
        .dictionary = origin->dictionary,
        .respondents = origin->respondents,
        .inputs = origin->inputs,
        .input_count = lyh_study_file_count(study),
    };
    return true;
}

void origin_clear(cli_origin *origin)
{
    g_free(origin->codebook);
    g_free(origin->dictionary);
    g_free(origin->respondents);
    g_free(origin->inputs);
    g_clear_pointer(&origin->names, g_ptr_array_unref);
    g_clear_pointer(&origin->hashes, g_ptr_array_unref);
}
