#include "foreseen.h"

#include <glib.h>

void foreseen_forget(foreseen_change *foreseen)
{
    g_clear_pointer(&foreseen->effect, lyh_code_effect_free);
    g_clear_pointer(&foreseen->planned, lyh_code_changing_free);
}

static bool begin(foreseen_change *foreseen, lyh_study *study, lyh_diags *diags,
                  lyh_error *error)
{
    const lyh_code_changing *planned = foreseen->planned;
    g_clear_pointer(&foreseen->effect, lyh_code_effect_free);
    foreseen->effect = lyh_code_effect_begin(
        study, lyh_code_changing_before(planned), lyh_code_changing_after(planned),
        lyh_code_changing_difference(planned), NULL, NULL, diags, error);
    return foreseen->effect != NULL;
}

bool foreseen_ask(foreseen_change *foreseen, lyh_study *study, lyh_code_changing *planned,
                  lyh_diags *diags, lyh_error *error)
{
    foreseen_forget(foreseen);
    foreseen->question++;
    foreseen->planned = planned;
    if (begin(foreseen, study, diags, error))
        return true;
    foreseen_forget(foreseen);
    return false;
}

bool foreseen_is_all(const foreseen_change *foreseen)
{
    size_t all;
    return lyh_code_effect_progress(foreseen->effect, &all) >= all;
}

bool foreseen_go_on(foreseen_change *foreseen, lyh_study *study, uint64_t begun,
                    lyh_clock clock, lyh_diags *diags, lyh_error *error)
{
    if (!lyh_code_effect_is_current(foreseen->effect) &&
        !begin(foreseen, study, diags, error))
        return false;
    bool goes_on = true;
    while (goes_on && clock() - begun < FORESEEN_LONG)
        goes_on = lyh_code_effect_next(foreseen->effect, diags, error);
    return goes_on || error->kind == LYH_ERROR_NONE;
}

bool foreseen_next(foreseen_change *foreseen, lyh_diags *diags)
{
    lyh_error unsaid = { 0 };
    return foreseen->effect && lyh_code_effect_next(foreseen->effect, diags, &unsaid);
}
