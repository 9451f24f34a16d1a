#include <lyhord/base/late.h>

#include <glib.h>

typedef struct functions {
    double (*fabs)(double);
    double (*floor)(double);
} functions;

static void functions_of_a_library_are_found_in_their_order(void)
{
    const char *const names[] = { "fabs", "floor" };
    functions found = { NULL, NULL };
    lyh_late_open("libm.so.6", names, G_N_ELEMENTS(names), &found);
    g_assert_cmpfloat(found.fabs(-1.5), ==, 1.5);
    g_assert_cmpfloat(found.floor(-1.5), ==, -2);
}

static void a_library_that_is_missing_is_named(void)
{
    if (g_test_subprocess()) {
        functions found;
        lyh_late_open("libnone.so.1", NULL, 0, &found);
    }
    g_test_trap_subprocess(NULL, 0, 0);
    g_test_trap_assert_failed();
    g_test_trap_assert_stderr("*libnone.so.1*");
}

static void a_library_that_lacks_a_function_is_named_with_it(void)
{
    if (g_test_subprocess()) {
        const char *const names[] = { "fabs", "no_such_function" };
        functions found;
        lyh_late_open("libm.so.6", names, G_N_ELEMENTS(names), &found);
    }
    g_test_trap_subprocess(NULL, 0, 0);
    g_test_trap_assert_failed();
    g_test_trap_assert_stderr("*libm.so.6*no_such_function*");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/late/functions of a library are found in their order",
                    functions_of_a_library_are_found_in_their_order);
    g_test_add_func("/late/a library that is missing is named",
                    a_library_that_is_missing_is_named);
    g_test_add_func("/late/a library that lacks a function is named with it",
                    a_library_that_lacks_a_function_is_named_with_it);
    return g_test_run();
}
