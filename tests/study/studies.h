/** A study of two people in a folder of its own, made for a test and taken away after it. */
#ifndef TESTS_STUDY_STUDIES_H
#define TESTS_STUDY_STUDIES_H

#include <glib.h>
#include <glib/gstdio.h>

/** Write @text as the file @name of @folder, whose folders are made. */
static inline void studies_put(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *inside = g_path_get_dirname(path);
    g_mkdir_with_parents(inside, 0700);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

/** R1 of A is listened to, R2 of B had to wait. The folder's path; g_free(). */
static inline char *studies_make(void)
{
    char *folder = g_dir_make_tmp("lyhord-study-XXXXXX", NULL);
    studies_put(folder, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\n");
    studies_put(folder, "codebook.csv", "kod;regler_plus\nlyssna;lyssna\nvänta;\n");
    studies_put(folder, "respondents.csv", "id;stad\nR1;A\nR2;B\n");
    studies_put(folder, "transcripts/R1.txt", "I: Hur var det?\nR: De lyssnar på mig.\n");
    studies_put(folder, "transcripts/R2.txt",
                "I: Hur var det?\nR: Jag fick vänta länge.\n");
    return folder;
}

/** Remove @path and all that lies in it. */
static inline void studies_take_away(const char *path)
{
    GDir *dir = g_dir_open(path, 0, NULL);
    for (const char *name = dir ? g_dir_read_name(dir) : NULL; name;
         name = g_dir_read_name(dir)) {
        g_autofree char *inside = g_build_filename(path, name, NULL);
        studies_take_away(inside);
    }
    if (dir)
        g_dir_close(dir);
    g_remove(path);
}

#endif
