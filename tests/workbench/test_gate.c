#include <glib.h>

#include <lyhord/base/csv.h>

#include "../../src/workbench/gate.h"

/* The oracle is OWASP's: each request below is one that a foreign page, or a foreign program, sends. */

static gatekeeper gate_of_port_4711(void)
{
    gatekeeper gate = { .port = 4711 };
    const uint8_t bytes[16] = { 0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef,
                                0x10, 0x32, 0x54, 0x76, 0x98, 0xba, 0xdc, 0xfe };
    gate_set_token(&gate, bytes);
    return gate;
}

#define OURS "lyhord-4711=0123456789abcdef1032547698badcfe"

static gate_request a_question(void)
{
    return (gate_request){ .method = "GET",
                           .path = "/api/study",
                           .host = "127.0.0.1:4711",
                           .cookie = OURS,
                           .length = LYH_NONE };
}

static gate_request a_change(void)
{
    return (gate_request){ .method = "POST",
                           .path = "/api/events",
                           .host = "127.0.0.1:4711",
                           .origin = "http://127.0.0.1:4711",
                           .fetch_site = "same-origin",
                           .cookie = OURS,
                           .content_type = "application/json",
                           .length = 20 };
}

static unsigned judge(gate_request request)
{
    const gatekeeper gate = gate_of_port_4711();
    return gate_judge(&gate, &request);
}

static void our_own_page_is_answered(void)
{
    gate_request request = a_question();
    g_assert_cmpuint(judge(request), ==, 200);
    request.fetch_site = "same-origin";
    g_assert_cmpuint(judge(request), ==, 200);
    g_assert_cmpuint(judge(a_change()), ==, 200);
    request = a_change();
    request.host = "localhost:4711";
    request.origin = "http://localhost:4711";
    request.fetch_site = NULL;
    request.content_type = "application/json; charset=utf-8";
    g_assert_cmpuint(judge(request), ==, 200);
}

static void another_host_name_is_refused(void)
{
    static const char *const hosts[] = {
        "evil.example",    "evil.example:4711",   "127.0.0.1",
        "127.0.0.1:4712",  "127.0.0.1:4711.evil", "127.0.0.1.evil.example:4711",
        "LOCALHOST:4711",  "[::1]:4711",          "",
        "127.0.0.1:4711 ", "127.0.0.1:04711",     "0x7f000001:4711"
    };
    for (size_t i = 0; i < G_N_ELEMENTS(hosts); i++) {
        gate_request request = a_question();
        request.host = hosts[i];
        g_assert_cmpuint(judge(request), ==, 403);
        request = a_question();
        request.path = "/"; /* not even the empty page */
        request.host = hosts[i];
        g_assert_cmpuint(judge(request), ==, 403);
    }
    gate_request request = a_question();
    request.host = NULL;
    g_assert_cmpuint(judge(request), ==, 403);
}

static void nothing_is_shown_without_the_token(void)
{
    static const char *const cookies[] = {
        NULL,
        "",
        "lyhord-4711=",
        "lyhord-4711=0123456789abcdef1032547698badcf",
        "lyhord-4711=0123456789abcdef1032547698badcfe0",
        "lyhord-4711=0123456789ABCDEF1032547698BADCFE",
        "lyhord-4712=0123456789abcdef1032547698badcfe",
        "lyhord=0123456789abcdef1032547698badcfe",
        "xlyhord-4711=0123456789abcdef1032547698badcfe",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cookies); i++) {
        gate_request request = a_question();
        request.cookie = cookies[i];
        g_assert_cmpuint(judge(request), ==, 403);
        request = a_change();
        request.cookie = cookies[i];
        g_assert_cmpuint(judge(request), ==, 403);
    }
}

static void the_token_is_found_among_other_cookies(void)
{
    gate_request request = a_question();
    request.cookie = "theme=dark; lyhord-99=0000; " OURS "; other=1";
    g_assert_cmpuint(judge(request), ==, 200);
}

static void the_empty_page_and_its_entry_need_no_token_yet(void)
{
    gate_request request = a_question();
    request.cookie = NULL;
    request.path = "/";
    g_assert_cmpuint(judge(request), ==, 200);
    request.path = "/assets/app.js";
    g_assert_cmpuint(judge(request), ==, 200);
    request = a_change();
    request.cookie = NULL;
    request.path = "/enter";
    g_assert_cmpuint(judge(request), ==, 200);
}

static void a_change_from_another_page_is_refused(void)
{
    static const char *const origins[] = {
        NULL,
        "null",
        "http://evil.example",
        "https://127.0.0.1:4711",
        "http://127.0.0.1:4712",
        "http://localhost:4711", /* the host is 127.0.0.1 */
        "http://127.0.0.1:4711/"
    };
    for (size_t i = 0; i < G_N_ELEMENTS(origins); i++) {
        gate_request request = a_change();
        request.origin = origins[i];
        g_assert_cmpuint(judge(request), ==, 403);
        request.path = "/enter";
        g_assert_cmpuint(judge(request), ==, 403);
    }
    static const char *const sites[] = { "cross-site", "same-site", "none", "" };
    for (size_t i = 0; i < G_N_ELEMENTS(sites); i++) {
        gate_request request = a_change();
        request.fetch_site = sites[i];
        g_assert_cmpuint(judge(request), ==, 403);
        request = a_question();
        request.fetch_site = sites[i];
        g_assert_cmpuint(judge(request), ==, 403);
    }
}

static void what_a_form_can_send_is_no_change(void)
{
    static const char *const types[] = { NULL,
                                         "text/plain",
                                         "application/x-www-form-urlencoded",
                                         "multipart/form-data; boundary=x",
                                         "application/json; charset=utf-16",
                                         "application/json, text/plain" };
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        gate_request request = a_change();
        request.content_type = types[i];
        g_assert_cmpuint(judge(request), ==, 415);
    }
}

static void other_methods_are_refused(void)
{
    static const char *const methods[] = { "PUT",   "DELETE",  "OPTIONS", "HEAD",
                                           "TRACE", "CONNECT", "get",     "" };
    for (size_t i = 0; i < G_N_ELEMENTS(methods); i++) {
        gate_request request = a_question();
        request.method = methods[i];
        g_assert_cmpuint(judge(request), ==, 405);
    }
}

static void a_path_is_plain(void)
{
    g_autofree char *longest = g_strnfill(GATE_MOST_PATH, 'a');
    longest[0] = '/';
    g_autofree char *longer = g_strconcat(longest, "a", NULL);
    const char *const paths[] = { "",
                                  "api/study",
                                  "/../etc/passwd",
                                  "/a//b",
                                  "/a%2f",
                                  "/assets/\x01",
                                  "/a b",
                                  "/\xc3\xa5",
                                  "*",
                                  "http://127.0.0.1/x",
                                  longer };
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        gate_request request = a_question();
        request.path = paths[i];
        g_assert_cmpuint(judge(request), ==, 400);
    }
    gate_request request = a_question();
    request.path = longest;
    g_assert_cmpuint(judge(request), ==, 200);
}

static void a_body_says_how_long_it_is_and_has_a_limit(void)
{
    gate_request request = a_change();
    request.length = LYH_NONE;
    g_assert_cmpuint(judge(request), ==, 411);
    request.length = GATE_MOST_BODY;
    g_assert_cmpuint(judge(request), ==, 200);
    request.length = GATE_MOST_BODY + 1;
    g_assert_cmpuint(judge(request), ==, 413);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/gate/our own page is answered", our_own_page_is_answered);
    g_test_add_func("/gate/another host name is refused", another_host_name_is_refused);
    g_test_add_func("/gate/nothing is shown without the token",
                    nothing_is_shown_without_the_token);
    g_test_add_func("/gate/the token is found among other cookies",
                    the_token_is_found_among_other_cookies);
    g_test_add_func("/gate/the empty page and its entry need no token yet",
                    the_empty_page_and_its_entry_need_no_token_yet);
    g_test_add_func("/gate/a change from another page is refused",
                    a_change_from_another_page_is_refused);
    g_test_add_func("/gate/what a form can send is no change",
                    what_a_form_can_send_is_no_change);
    g_test_add_func("/gate/other methods are refused", other_methods_are_refused);
    g_test_add_func("/gate/a path is plain", a_path_is_plain);
    g_test_add_func("/gate/a body says how long it is and has a limit",
                    a_body_says_how_long_it_is_and_has_a_limit);
    return g_test_run();
}
