#include "shard.h"

#include <stdlib.h>

#include "outgoing.h"

/* Parts that a whole may be counted in. */
#define SHARDS_MOST 100000

bool shard_take(const lyh_cli *cli, const char *text, cli_shard *part)
{
    char *slash, *end;
    *part = (cli_shard){ 1, 1 };
    if (!text)
        return true;
    part->index = strtoul(text, &slash, 10);
    part->count = *slash == '/' ? strtoul(slash + 1, &end, 10) : 0;
    if (g_ascii_isdigit(*text) && *slash == '/' && g_ascii_isdigit(slash[1]) &&
        *end == '\0' && part->index >= 1 && part->index <= part->count &&
        part->count <= SHARDS_MOST)
        return true;
    cli_usage(cli, "shard '%s' is none; write I/N, such as 1/8 to 8/8 (at most %d)", text,
              SHARDS_MOST);
    return false;
}

bool shard_may_write(const lyh_cli *cli)
{
    bool may = cli->output_path != NULL;
    if (!may)
        cli_usage(cli, "a partial result is material and goes into a file; name it with "
                       "-o FILE");
    return may;
}

static void tell_material(lyh_cli *cli, const lyh_partial *partial)
{
    lyh_place place = lyh_place_file(cli->output_path);
    if (lyh_partial_has_ids(partial))
        lyh_diags_note(
            cli->diags, "partial-material", place,
            "a partial result is material, as the transcripts are: it tells who took up "
            "what, by their ids; what may be printed is decided by lyhord merge; keep it "
            "where the transcripts are kept, and remove it afterwards");
    else
        lyh_diags_note(
            cli->diags, "partial-material", place,
            "a partial result is material, as the answers are: it tells of groups "
            "of any size, of one person too; what may be printed is decided by "
            "lyhord merge; keep it where the answers are kept, and remove it "
            "afterwards");
}

/* Who is meant by the ids is known to whoever works on the study. */
static bool may_lie_there(lyh_cli *cli, const lyh_partial *partial)
{
    if (!lyh_partial_has_ids(partial) || !outgoing_is(cli->output_path))
        return true;
    lyh_diags_error(
        cli->diags, "partial-material", lyh_place_file(cli->output_path),
        "what is in reports/ is for handing over, and a partial result tells who "
        "took up what; write it beside the transcripts");
    return lyh_error_set(&cli->error, LYH_ERROR_NOT_ALLOWED, 0, "");
}

int shard_write(lyh_cli *cli, lyh_partial *partial, cli_origin *origin, cli_shard part)
{
    origin->known.shard = part.index;
    origin->known.shards = part.count;
    lyh_output *output = may_lie_there(cli, partial) ? cli_output(cli) : NULL;
    if (!output)
        return cli_finish(cli);
    lyh_partial_write(partial, &origin->known, output);
    if (lyh_output_close(output, &cli->error))
        tell_material(cli, partial);
    return cli_finish(cli);
}

bool shard_hand_back(lyh_partial *partial, lyh_output *output)
{
    const lyh_partial_origin nothing = { .tool = "",
                                         .codebook = "",
                                         .dictionary = "",
                                         .respondents = "",
                                         .shard = 1,
                                         .shards = 1 };
    return lyh_partial_write(partial, &nothing, output);
}

lyh_partial *shard_taken_back(lyh_cli *cli, GBytes *result)
{
    size_t size;
    const char *bytes = g_bytes_get_data(result, &size);
    lyh_partial *part = lyh_partial_read("job", bytes, size, cli->diags);
    if (!part)
        lyh_error_set(&cli->error, LYH_ERROR_IO, 0, "jobs");
    return part;
}
