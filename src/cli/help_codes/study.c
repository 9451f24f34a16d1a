/* A study and its settings. */
#include "room.h"

/* A literal a sentence, so that a changed sentence is a changed line. */
/* clang-format off */
static const help_page pages[] = {
    { "link-left",
      N_("A file of the study is a link to a file somewhere else. "
         "The link is taken away; the file it points to is not in the study and may belong "
         "to somebody else. "
         "Look where it lies, and destroy it there if it is yours.") },
    { "setting-unknown",
      N_("lyhord.ini has a setting that Lyhörd does not know, so it has no effect. "
         "Most often it is misspelt or stands under the wrong heading. lyhord help study "
         "lists the settings.") },
    { "setting-value",
      N_("A setting in lyhord.ini has a value that means nothing there. sample tells how "
         "people were chosen: volunteers, purposive, random or census. "
         "It decides what the report may say about others than those interviewed.") },
    { "settings-unreadable",
      N_("lyhord.ini cannot be read. "
         "It should have headings in square brackets and lines with a name, = and a value, "
         "such as title = Vår brukarrevision. "
         "Lines that begin with # are for people.") },
    { "study-format",
      N_("The study was made with a newer Lyhörd, which keeps its files in another way. "
         "Reading it with this one could give wrong numbers. "
         "Install the newer version.") },
    { "study-missing",
      N_("A study is a folder with the file lyhord.ini in it, and none was found. "
         "Go to the study's folder, write its name after the command, or begin a new "
         "study: lyhord init min-revision.") },
};
/* clang-format on */

const help_room help_codes_study = { pages, G_N_ELEMENTS(pages) };
