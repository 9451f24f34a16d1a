#include <lyhord/base/error.h>

#include <glib.h>

bool lyh_error_set(lyh_error *error, lyh_error_kind kind, int number, const char *path)
{
    if (!error)
        return false;

    error->kind = kind;
    error->number = number;
    g_strlcpy(error->path, path ? path : "", sizeof error->path);
    return false;
}
