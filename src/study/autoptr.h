/**
 * g_autoptr() for the types of study, for use inside .c files.
 */
#ifndef LYHORD_STUDY_AUTOPTR_H
#define LYHORD_STUDY_AUTOPTR_H

#include <glib.h>

#include <lyhord/study/code_changing.h>
#include <lyhord/study/code_effect.h>
#include <lyhord/study/scan.h>
#include <lyhord/study/study.h>
#include <lyhord/study/survey_release.h>
#include <lyhord/study/tables.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_code_changing, lyh_code_changing_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_code_effect, lyh_code_effect_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_study, lyh_study_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_study_guide, lyh_study_guide_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_study_scan, lyh_study_scan_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(lyh_study_text, lyh_study_text_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_study_typology, lyh_study_typology_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_survey_release, lyh_survey_release_free)

#endif
