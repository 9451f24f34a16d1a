#include "study_private.h"

#include <string.h>

/* What is known of a respondent. */
enum { STAFF_NOT_ASKED, STAFF_NO, STAFF_YES };

/* title, service and commissioner: who is named there is whom the study asks about. */
static char *about_itself(const lyh_study *study)
{
    return g_strconcat(lyh_study_setting(study, "title"), " ",
                       lyh_study_setting(study, "service"), " ",
                       lyh_study_setting(study, "commissioner"), NULL);
}

lyh_objects *lyh_study_objects(lyh_study *study)
{
    if (study->objects)
        return study->objects;
    g_autofree char *own = about_itself(study);
    const lyh_objects_options options = {
        .service = settings_value(study->settings, "objects", "service"),
        .others = settings_value(study->settings, "objects", "others"),
        .staff = settings_value(study->settings, "objects", "staff"),
        .own = own,
    };
    study->objects = lyh_objects_new(study->vocabulary, &options);
    study->is_staff = g_byte_array_new();
    return study->objects;
}

static bool has_staff_value(const lyh_study *study, size_t respondent)
{
    size_t count = lyh_respondents_attribute_count(study->respondents);
    for (size_t i = 0; i < count; i++)
        if (lyh_objects_is_staff(study->objects,
                                 lyh_respondents_value(study->respondents, respondent, i)))
            return true;
    return false;
}

bool study_is_staff(const void *user, size_t respondent)
{
    const lyh_study *study = user;
    guint known = study->is_staff->len;
    if (respondent >= known) {
        g_byte_array_set_size(study->is_staff, (guint)respondent + 1);
        memset(study->is_staff->data + known, STAFF_NOT_ASKED, respondent + 1 - known);
    }
    guint8 *answer = &study->is_staff->data[respondent];
    if (*answer == STAFF_NOT_ASKED)
        *answer = has_staff_value(study, respondent) ? STAFF_YES : STAFF_NO;
    return *answer == STAFF_YES;
}
