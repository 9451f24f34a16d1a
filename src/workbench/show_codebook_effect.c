#include "routes.h"

#include <stdlib.h>
#include <string.h>

#include "codebook_page.h"

/* What the change that was asked about does to the codebook's suggestions, as far as it is counted. */

static json_t *json_of_sum(const lyh_codebook *after, const lyh_effect_sum *sum)
{
    size_t code = lyh_codebook_find(after, sum->code);
    size_t changed = sum->told[LYH_EFFECT_POLARITY] + sum->told[LYH_EFFECT_STATE] +
                     sum->told[LYH_EFFECT_SPAN];
    return json_pack(
        "{s:s, s:s, s:[I, I], s:[I, I], s:I, s:I, s:I}", "code", sum->code, "label",
        code == LYH_NONE ? sum->code : lyh_codebook_code(after, code)->label, "suggestions",
        (json_int_t)sum->suggestions[0], (json_int_t)sum->suggestions[1], "persons",
        (json_int_t)sum->persons[0], (json_int_t)sum->persons[1], "new",
        (json_int_t)sum->told[LYH_EFFECT_NEW], "lost",
        (json_int_t)sum->told[LYH_EFFECT_LOST], "changed", (json_int_t)changed);
}

static bool differs(const lyh_effect_sum *sum)
{
    for (size_t i = 0; i < LYH_EFFECT_COUNT; i++)
        if (sum->told[i] > 0)
            return true;
    return sum->suggestions[0] != sum->suggestions[1] || sum->persons[0] != sum->persons[1];
}

static json_t *sums_of(const foreseen_change *foreseen)
{
    const lyh_codebook *after = lyh_code_changing_after(foreseen->planned);
    const lyh_code_effect *effect = foreseen->effect;
    json_t *sums = json_array();
    for (size_t i = 0; i < lyh_code_effect_count(effect); i++)
        if (differs(lyh_code_effect_at(effect, i)))
            json_array_append_new(sums, json_of_sum(after, lyh_code_effect_at(effect, i)));
    return sums;
}

/* Sums of some of the interviews are no answer: they are not shown. */
bool codebook_page_put_effect(workbench *bench, json_t *json, uint64_t begun,
                              lyh_error *error)
{
    foreseen_change *foreseen = &bench->foreseen;
    if (!foreseen_go_on(foreseen, bench->study, begun, bench->options->study.clock,
                        bench->diags, error))
        return false;
    size_t all, done = lyh_code_effect_progress(foreseen->effect, &all);
    json_object_set_new(json, "question", json_integer((json_int_t)foreseen->question));
    if (foreseen_is_all(foreseen))
        json_object_set_new(json, "effect", sums_of(foreseen));
    else
        json_object_set_new(
            json, "counting",
            json_pack("{s:I, s:I}", "done", (json_int_t)done, "all", (json_int_t)all));
    return true;
}

static bool is_asked(const workbench *bench, const char *question)
{
    char number[24];
    g_snprintf(number, sizeof number, "%zu", bench->foreseen.question);
    return question && bench->foreseen.planned && strcmp(question, number) == 0;
}

route_reply show_codebook_effect(workbench *bench, const route_call *call)
{
    char version[LYH_CODEBOOK_VERSION_SIZE];
    uint64_t begun = bench->options->study.clock();
    lyh_error error = { 0 };
    if (!is_asked(bench, call->argument(call, "question")))
        return route_refuse(bench, 409, "question",
                            N_("something else has been asked or changed since; ask once "
                               "more what your change does"));
    if (!lyh_study_codebook_version(bench->study, version, &error))
        return route_refuse_journal(bench, &error);
    if (strcmp(version, lyh_code_changing_version(bench->foreseen.planned)) != 0) {
        foreseen_forget(&bench->foreseen);
        error.kind = LYH_ERROR_BUSY;
        return codebook_page_refuse(bench, &error, LYH_FIELD_COUNT);
    }
    json_t *json = json_object();
    if (codebook_page_put_effect(bench, json, begun, &error))
        return route_fine(json);
    json_decref(json);
    return codebook_page_refuse(bench, &error, LYH_FIELD_COUNT);
}
