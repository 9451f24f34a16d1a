/**
 * g_autoptr() for the types of coding, for use inside .c files.
 */
#ifndef LYHORD_CODING_AUTOPTR_H
#define LYHORD_CODING_AUTOPTR_H

#include <glib.h>

#include <lyhord/coding/agreement.h>
#include <lyhord/coding/coding.h>
#include <lyhord/coding/codings_csv.h>
#include <lyhord/coding/decisions.h>
#include <lyhord/coding/evaluation.h>
#include <lyhord/coding/expansion.h>
#include <lyhord/coding/gold.h>
#include <lyhord/coding/learning.h>
#include <lyhord/coding/matcher.h>
#include <lyhord/coding/rule_use.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_agreement, lyh_agreement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_codings, lyh_codings_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_codings_file, lyh_codings_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_decisions, lyh_decisions_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_evaluation, lyh_evaluation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_expansion, lyh_expansion_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_gold, lyh_gold_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_learning, lyh_learning_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_matcher, lyh_matcher_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_rule_uses, lyh_rule_uses_free)

#endif
