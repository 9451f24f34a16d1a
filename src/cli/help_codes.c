#include <string.h>

#include "help_codes/room.h"

static const help_room *const rooms[] = {
    &help_codes_agreement, &help_codes_codebook, &help_codes_codings, &help_codes_files,
    &help_codes_formats,   &help_codes_privacy,  &help_codes_release, &help_codes_rules,
    &help_codes_study,     &help_codes_survey,   &help_codes_tables,
};

const help_page *help_code(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rooms); i++)
        for (size_t k = 0; k < rooms[i]->count; k++)
            if (strcmp(rooms[i]->pages[k].name, name) == 0)
                return &rooms[i]->pages[k];
    return NULL;
}

const char *help_code_name(size_t index)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rooms); index -= rooms[i++]->count)
        if (index < rooms[i]->count)
            return rooms[i]->pages[index].name;
    return NULL;
}
