#include "origin.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "late_nettle.h"
#include "version.h"

/* Add the bytes of @path, however many, to @sum. */
static bool add_file(struct sha256_ctx *sum, const char *path, size_t *size,
                     lyh_error *error)
{
    static unsigned char bytes[1 << 16];
    ssize_t got;
    int file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    *size = 0;
    if (file < 0)
        return lyh_error_set(error, LYH_ERROR_NO_INPUT, errno, path);
    while ((got = read(file, bytes, sizeof bytes)) > 0 || (got < 0 && errno == EINTR)) {
        sha256_update(sum, got > 0 ? (size_t)got : 0, bytes);
        *size += got > 0 ? (size_t)got : 0;
    }
    int number = errno;
    close(file);
    return got == 0 || lyh_error_set(error, LYH_ERROR_IO, number, path);
}

/* In hexadecimal digits. */
static char *text_of(struct sha256_ctx *sum)
{
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(sum, sizeof digest, digest);
    char *text = g_malloc(2 * sizeof digest + 1);
    for (size_t i = 0; i < sizeof digest; i++)
        g_snprintf(text + 2 * i, 3, "%02x", digest[i]);
    return text;
}

static char *hash_of(const char *path, size_t *size, lyh_error *error)
{
    struct sha256_ctx sum;
    sha256_init(&sum);
    return add_file(&sum, path, size, error) ? text_of(&sum) : NULL;
}

/* Another edition of the dictionary knows other words and gives other counts; "" without one. */
static char *hash_of_dictionary(void)
{
    static const char *const endings[] = { "aff", "dic" };
    struct sha256_ctx sum;
    lyh_error unheard = { 0 };
    size_t size;
    sha256_init(&sum);
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *path = g_strdup_printf("%s.%s", cli_dictionary(), endings[i]);
        if (!add_file(&sum, path, &size, &unheard))
            return g_strdup("");
    }
    return text_of(&sum);
}

static bool is_hashed(const cli_origin *origin, size_t index)
{
    return !origin->is_of_transcripts || index < origin->read ||
           (index >= origin->start && index < origin->end);
}

/* What another part reads is known by its name and its size. */
static char *hash_input(const cli_origin *origin, const char *path, size_t index,
                        size_t *size, lyh_error *error)
{
    struct stat file;
    if (is_hashed(origin, index))
        return hash_of(path, size, error);
    if (stat(path, &file) != 0) {
        lyh_error_set(error, LYH_ERROR_NO_INPUT, errno, path);
        return NULL;
    }
    *size = (size_t)file.st_size;
    return g_strdup("");
}

/* Owns @hash. */
static void add_input(cli_origin *origin, const char *path, char *hash, size_t size)
{
    char *name = g_path_get_basename(path);
    const lyh_partial_input input = { .name = name, .sha256 = hash, .size = size };
    g_ptr_array_add(origin->hashes, hash);
    g_ptr_array_add(origin->names, name);
    g_array_append_val(origin->inputs, input);
}

static bool hash_inputs(cli_origin *origin, lyh_study *study, lyh_error *error)
{
    size_t count = lyh_study_file_count(study);
    origin->names = g_ptr_array_new_with_free_func(g_free);
    origin->hashes = g_ptr_array_new_with_free_func(g_free);
    origin->inputs = g_array_new(FALSE, FALSE, sizeof(lyh_partial_input));
    for (size_t i = 0; i < count; i++) {
        size_t size;
        char *hash = hash_input(origin, lyh_study_file(study, i), i, &size, error);
        if (!hash)
            return false;
        add_input(origin, lyh_study_file(study, i), hash, size);
    }
    return true;
}

/* A study's own, "" where it is not there. */
static char *hash_own(const cli_origin *origin, const char *name, lyh_error *error)
{
    size_t size;
    g_autofree char *path = g_build_filename(origin->folder, name, NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS) ? hash_of(path, &size, error)
                                                 : g_strdup("");
}

/* All that decides what is counted of a study, and how it is shown. */
static bool hash_study(cli_origin *origin, lyh_cli *cli, lyh_study *study)
{
    static const char *const names[] = { "lyhord.ini", "transcripts.csv", "variants.csv",
                                         "decisions.csv" };
    const char *codings = lyh_study_codings_path(study, cli->diags);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        char *hash = hash_own(origin, names[i], &cli->error);
        if (!hash)
            return false;
        add_input(origin, names[i], hash, 0);
    }
    if (codings && *codings) {
        size_t size;
        char *hash = hash_of(codings, &size, &cli->error);
        if (!hash)
            return false;
        add_input(origin, codings, hash, size);
    }
    return codings != NULL;
}

static char *hash_table(const cli_origin *origin, const char *path, const char *name,
                        lyh_error *error)
{
    size_t size;
    if (path)
        return hash_of(path, &size, error);
    return origin->folder ? hash_own(origin, name, error) : g_strdup("");
}

bool origin_init(cli_origin *origin, lyh_cli *cli, lyh_study *study, const char *codebook,
                 const char *respondents)
{
    origin->codebook = hash_table(origin, codebook, "codebook.csv", &cli->error);
    origin->dictionary = hash_of_dictionary();
    origin->respondents = hash_table(origin, respondents, "respondents.csv", &cli->error);
    if (!origin->codebook || !origin->respondents ||
        !hash_inputs(origin, study, &cli->error) ||
        (origin->folder && !hash_study(origin, cli, study)))
        return false;
    origin->known = (lyh_partial_origin){
        .tool = LYHORD_VERSION,
        .codebook = origin->codebook,
        .dictionary = origin->dictionary,
        .respondents = origin->respondents,
        .inputs = (const lyh_partial_input *)(const void *)origin->inputs->data,
        .input_count = origin->inputs->len,
        .is_of_study = origin->folder != NULL,
    };
    return true;
}

void origin_clear(cli_origin *origin)
{
    g_free(origin->codebook);
    g_free(origin->dictionary);
    g_free(origin->respondents);
    g_clear_pointer(&origin->inputs, g_array_unref);
    g_clear_pointer(&origin->names, g_ptr_array_unref);
    g_clear_pointer(&origin->hashes, g_ptr_array_unref);
}
