/** What the rooms of help on diagnostics share: one page for each, what it means, why it matters, what to do. */
#ifndef LYHORD_CLI_HELP_CODES_ROOM_H
#define LYHORD_CLI_HELP_CODES_ROOM_H

#include <glib.h>

#include "../help.h"

/** Pages about one kind of thing, in alphabetical order. */
typedef struct help_room {
    const help_page *pages;
    size_t count;
} help_room;

extern const help_room help_codes_agreement, help_codes_codebook, help_codes_codings,
    help_codes_files, help_codes_formats, help_codes_privacy, help_codes_release,
    help_codes_rules, help_codes_study, help_codes_survey, help_codes_tables;

#endif
