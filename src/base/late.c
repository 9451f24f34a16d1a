#include <lyhord/base/late.h>

#include <dlfcn.h>
#include <string.h>

#include <glib.h>

void lyh_late_open(const char *library, const char *const *names, size_t count,
                   void *addresses)
{
    void *opened = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (!opened)
        g_error("a library cannot be opened; install Lyhörd anew "
                "(ett bibliotek kan inte öppnas; installera Lyhörd på nytt): %s",
                dlerror());
    for (size_t i = count; i > 0; i--) { /* the first last: it says that all are there */
        void *found = dlsym(opened, names[i - 1]);
        if (!found)
            g_error(
                "%s is another version than Lyhörd was built for; install Lyhörd anew "
                "(en annan version än Lyhörd byggdes för; installera Lyhörd på nytt): %s",
                library, dlerror());
        memcpy((char *)addresses + (i - 1) * sizeof found, &found, sizeof found);
    }
}
