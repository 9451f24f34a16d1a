#include <lyhord/workbench/workbench.h>

#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <lyhord/study/codings.h>

#include "assets.h"
#include "bench.h"
#include "late_microhttpd.h"
#include "routes.h"

/* A second: how long a stop may wait to be seen. */
#define LONGEST_WAIT 1000
/* Nobody waits when nothing has come for so long; whoever comes then waits for no more than this. */
#define QUIET_MILLISECONDS 10
#define MILLISECOND ((uint64_t)1000000)
#define MOST_CONNECTIONS 32u
#define MOST_CONNECTION_MEMORY ((size_t)64 << 10)
#define CONNECTION_SECONDS 30u

/* One request while its body arrives. */
typedef struct web_exchange {
    unsigned verdict; /* gate_judge() */
    GString *body;
} web_exchange;

/* The call as routes.h sees it, with what it came by. */
typedef struct served_call {
    route_call call;
    struct MHD_Connection *connection;
} served_call;

/*
 * Nothing from elsewhere, nothing inline, no frame, nothing kept by the browser: the page shows
 * interviews (RELIABILITY of web pages: OWASP Secure Headers; CSP Level 3).
 */
static const char *const headers[][2] = {
    { "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
      "connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'" },
    { "X-Content-Type-Options", "nosniff" },
    { "Cache-Control", "no-store" },
    { "Referrer-Policy", "no-referrer" },
    { "Cross-Origin-Opener-Policy", "same-origin" },
    { "Cross-Origin-Resource-Policy", "same-origin" },
    { "Permissions-Policy", "camera=(), geolocation=(), microphone=()" },
};

static const char *header_of(struct MHD_Connection *connection, const char *name)
{
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

static enum MHD_Result send_bytes(struct MHD_Connection *connection, unsigned status,
                                  const char *type, const char *cookie, size_t size,
                                  const void *bytes)
{
    struct MHD_Response *response = MHD_create_response_from_buffer(
        size, (void *)(uintptr_t)bytes, MHD_RESPMEM_MUST_COPY);
    if (!response)
        return MHD_NO;
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, type);
    for (size_t i = 0; i < G_N_ELEMENTS(headers); i++)
        MHD_add_response_header(response, headers[i][0], headers[i][1]);
    if (cookie)
        MHD_add_response_header(response, MHD_HTTP_HEADER_SET_COOKIE, cookie);
    enum MHD_Result result = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return result;
}

static enum MHD_Result send_reply(struct MHD_Connection *connection, route_reply reply,
                                  const char *cookie)
{
    char *text = json_dumps(reply.json, JSON_COMPACT);
    json_decref(reply.json);
    enum MHD_Result result =
        text ? send_bytes(connection, reply.status, "application/json; charset=utf-8",
                          cookie, strlen(text), text)
             : MHD_NO;
    free(text);
    return result;
}

static enum MHD_Result refuse(const workbench *bench, struct MHD_Connection *connection,
                              unsigned status)
{
    return send_reply(
        connection,
        route_refuse(
            bench, status, "refused",
            N_("the workbench does not answer this: open it again from the start")),
        NULL);
}

/* The token comes once, in a body, and stays with the browser as a cookie that no script reads. */
static enum MHD_Result enter(workbench *bench, struct MHD_Connection *connection,
                             json_t *body)
{
    const char *token = json_string_value(json_object_get(body, "token"));
    if (!token || !gate_knows_token(&bench->gate, token))
        return refuse(bench, connection, 403);
    g_autofree char *cookie =
        g_strdup_printf("lyhord-%u=%s; Path=/; HttpOnly; SameSite=Strict", bench->gate.port,
                        bench->gate.token);
    return send_reply(connection, route_fine(json_object()), cookie);
}

static const char *argument_of(const route_call *call, const char *name)
{
    const served_call *served = (const served_call *)call;
    return MHD_lookup_connection_value(served->connection, MHD_GET_ARGUMENT_KIND, name);
}

static enum MHD_Result answer_change(workbench *bench, struct MHD_Connection *connection,
                                     const char *path, const GString *body)
{
    json_t *object = json_loadb(body->str, body->len, JSON_REJECT_DUPLICATES, NULL);
    enum MHD_Result result;
    if (!json_is_object(object)) {
        result = refuse(bench, connection, 400);
    } else if (strcmp(path, "/enter") == 0) {
        result = enter(bench, connection, object);
    } else {
        const served_call served = { { path, object, argument_of }, connection };
        result = send_reply(connection, route_answer(bench, "POST", &served.call), NULL);
    }
    json_decref(object);
    return result;
}

static enum MHD_Result answer_question(workbench *bench, struct MHD_Connection *connection,
                                       const char *path)
{
    const page_asset *asset =
        asset_find(strcmp(path, "/") == 0 ? "/assets/index.html" : path);
    if (asset)
        return send_bytes(connection, 200, asset->type, NULL, asset->size, asset->bytes);
    const served_call served = { { path, NULL, argument_of }, connection };
    return send_reply(connection, route_answer(bench, "GET", &served.call), NULL);
}

static gate_request request_of(struct MHD_Connection *connection, const char *method,
                               const char *path)
{
    const char *length = header_of(connection, MHD_HTTP_HEADER_CONTENT_LENGTH);
    guint64 size = 0;
    bool has_length =
        length && g_ascii_string_to_unsigned(length, 10, 0, LYH_NONE - 1, &size, NULL);
    return (gate_request){
        .method = method,
        .path = path,
        .host = header_of(connection, MHD_HTTP_HEADER_HOST),
        .origin = header_of(connection, MHD_HTTP_HEADER_ORIGIN),
        .fetch_site = header_of(connection, "Sec-Fetch-Site"),
        .cookie = header_of(connection, MHD_HTTP_HEADER_COOKIE),
        .content_type = header_of(connection, MHD_HTTP_HEADER_CONTENT_TYPE),
        .length = has_length ? size : LYH_NONE,
    };
}

/* libmicrohttpd calls this when the head is there, for each part of the body, and at its end. */
static enum MHD_Result take(void *user, struct MHD_Connection *connection, const char *path,
                            const char *method, const char *version, const char *upload,
                            size_t *upload_size, void **kept)
{
    (void)version;
    workbench *bench = user;
    web_exchange *exchange = *kept;
    if (!exchange) {
        const gate_request request = request_of(connection, method, path);
        unsigned verdict = gate_judge(&bench->gate, &request);
        if (verdict != 200)
            return refuse(bench, connection, verdict);
        *kept = exchange = g_new0(web_exchange, 1);
        exchange->body = g_string_new(NULL);
        return MHD_YES;
    }
    if (*upload_size > 0) {
        if (exchange->body->len + *upload_size > GATE_MOST_BODY)
            return MHD_NO;
        g_string_append_len(exchange->body, upload, (gssize)*upload_size);
        *upload_size = 0;
        return MHD_YES;
    }
    bool is_change = strcmp(method, "POST") == 0;
    return is_change ? answer_change(bench, connection, path, exchange->body)
                     : answer_question(bench, connection, path);
}

static void forget(void *user, struct MHD_Connection *connection, void **kept,
                   enum MHD_RequestTerminationCode how)
{
    (void)user, (void)connection, (void)how;
    web_exchange *exchange = *kept;
    if (!exchange)
        return;
    g_string_free(exchange->body, TRUE);
    g_free(exchange);
    *kept = NULL;
}

/* Any free port of the loopback address. */
static struct MHD_Daemon *listen_on_loopback(workbench *bench)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    struct MHD_Daemon *daemon = MHD_start_daemon(
        MHD_NO_FLAG, 0, NULL, NULL, take, bench, MHD_OPTION_SOCK_ADDR, &address,
        MHD_OPTION_CONNECTION_LIMIT, MOST_CONNECTIONS, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        MOST_CONNECTION_MEMORY, MHD_OPTION_CONNECTION_TIMEOUT, CONNECTION_SECONDS,
        MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_NOTIFY_COMPLETED, forget, NULL,
        MHD_OPTION_END);
    if (daemon)
        bench->gate.port = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
    return daemon;
}

/* Answer what comes; while nothing does, do what will be asked for. True: there may be more of that. */
static bool answer_or_work(workbench *bench, struct MHD_Daemon *daemon, bool is_more)
{
    lyh_clock clock = bench->options->study.clock;
    uint64_t quiet = QUIET_MILLISECONDS * MILLISECOND, began = clock();
    MHD_run_wait(daemon, is_more ? QUIET_MILLISECONDS : LONGEST_WAIT);
    uint64_t now = clock();
    if (!is_more || now - began < quiet)
        return true;
    while (is_more && clock() - now < quiet)
        is_more = bench_work(bench);
    return is_more;
}

static bool serve(workbench *bench, lyh_error *error)
{
    struct MHD_Daemon *daemon = listen_on_loopback(bench);
    if (!daemon)
        return lyh_error_set(error, LYH_ERROR_BUSY, errno, "127.0.0.1");
    g_autofree char *address =
        g_strdup_printf("http://127.0.0.1:%u/#%s", bench->gate.port, bench->gate.token);
    bench->options->ready(bench->options->user, address);
    bool is_more = true;
    while (!bench_is_over(bench))
        is_more = answer_or_work(bench, daemon, is_more);
    MHD_stop_daemon(daemon);
    return true;
}

bool lyh_workbench_run(const lyh_workbench_options *options, lyh_diags *diags,
                       lyh_error *error)
{
    workbench bench;
    bool is_served = bench_open(&bench, options, diags, error) && serve(&bench, error);
    bool has_journal = bench.journal != NULL;
    bench.diags = diags;
    bench_close(&bench);
    /* what people look at in a spreadsheet is as it is now */
    return is_served &&
           (!has_journal || lyh_study_codings_export(options->study.folder, diags, error));
}
