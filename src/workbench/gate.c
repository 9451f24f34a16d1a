#include "gate.h"

#include <glib.h>
#include <string.h>

#include <lyhord/base/csv.h>

void gate_set_token(gatekeeper *gate, const uint8_t bytes[16])
{
    for (size_t i = 0; i < 16; i++)
        g_snprintf(gate->token + 2 * i, 3, "%02x", bytes[i]);
}

bool gate_knows_token(const gatekeeper *gate, const char *token)
{
    if (strlen(token) != GATE_TOKEN_SIZE - 1)
        return false;
    unsigned difference = 0;
    for (size_t i = 0; i < GATE_TOKEN_SIZE - 1; i++)
        difference |= (unsigned)((unsigned char)token[i] ^ (unsigned char)gate->token[i]);
    return difference == 0;
}

/* Both names browsers use for the same machine; nothing else, in nobody else's spelling. */
static bool is_our_host(const gatekeeper *gate, const char *host)
{
    static const char *const names[] = { "127.0.0.1", "localhost" };
    for (size_t i = 0; host && i < G_N_ELEMENTS(names); i++) {
        g_autofree char *ours = g_strdup_printf("%s:%u", names[i], gate->port);
        if (strcmp(host, ours) == 0)
            return true;
    }
    return false;
}

static bool is_our_page(const gate_request *request)
{
    g_autofree char *ours = g_strconcat("http://", request->host, NULL);
    bool is_same_site =
        !request->fetch_site || strcmp(request->fetch_site, "same-origin") == 0;
    return request->origin && strcmp(request->origin, ours) == 0 && is_same_site;
}

static bool is_plain_path(const char *path)
{
    if (path[0] != '/' || strlen(path) > GATE_MOST_PATH || strstr(path, "..") ||
        strstr(path, "//"))
        return false;
    for (const char *at = path; *at; at++)
        if (!g_ascii_isalnum(*at) && !strchr("/-_.", *at))
            return false;
    return true;
}

static bool is_json(const char *type)
{
    return type && (g_ascii_strcasecmp(type, "application/json") == 0 ||
                    g_ascii_strcasecmp(type, "application/json; charset=utf-8") == 0 ||
                    g_ascii_strcasecmp(type, "application/json;charset=utf-8") == 0);
}

/*
 * "lyhord-PORT=TOKEN" among the cookies: browsers keep them by host name without port, so other
 * programs on this machine, and another study's workbench, have theirs in the same list.
 */
static bool has_token(const gatekeeper *gate, const char *cookies)
{
    g_autofree char *name = g_strdup_printf("lyhord-%u=", gate->port);
    g_auto(GStrv) each = g_strsplit(cookies ? cookies : "", ";", 64);
    for (char **cookie = each; *cookie; cookie++) {
        const char *pair = g_strstrip(*cookie);
        if (g_str_has_prefix(pair, name) && gate_knows_token(gate, pair + strlen(name)))
            return true;
    }
    return false;
}

static unsigned judge_change(const gate_request *request)
{
    if (!is_our_page(request))
        return 403;
    if (!is_json(request->content_type))
        return 415;
    if (request->length == LYH_NONE)
        return 411;
    return request->length > GATE_MOST_BODY ? 413 : 200;
}

unsigned gate_judge(const gatekeeper *gate, const gate_request *request)
{
    bool is_change = strcmp(request->method, "POST") == 0;
    if (!is_our_host(gate, request->host))
        return 403;
    if (!is_change && strcmp(request->method, "GET") != 0)
        return 405;
    if (!is_plain_path(request->path))
        return 400;

    bool is_shell = !is_change && (strcmp(request->path, "/") == 0 ||
                                   g_str_has_prefix(request->path, "/assets/"));
    bool is_entry = is_change && strcmp(request->path, "/enter") == 0;
    if (!is_shell && !is_entry && !has_token(gate, request->cookie))
        return 403;
    if (is_change)
        return judge_change(request);
    bool is_foreign =
        !is_shell && request->fetch_site && strcmp(request->fetch_site, "same-origin") != 0;
    return is_foreign ? 403 : 200;
}
