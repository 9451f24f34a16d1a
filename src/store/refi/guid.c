#include <lyhord/store/refi.h>

#include <string.h>

#include <glib.h>

#define UUID_BYTES 16

/* RFC 4122, appendix C: the namespace of URLs. */
static const guint8 name_space_of_urls[UUID_BYTES] = {
    0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
    0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
};

/* RFC 4122, 4.3: the first bytes of the digest, version and variant put in. */
static void hash(const guint8 *name_space, const char *name, guint8 uuid[UUID_BYTES])
{
    guint8 digest[20];
    gsize size = sizeof digest;
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA1);
    g_checksum_update(sum, name_space, UUID_BYTES);
    g_checksum_update(sum, (const guchar *)name, (gssize)strlen(name));
    g_checksum_get_digest(sum, digest, &size);
    g_checksum_free(sum);
    memcpy(uuid, digest, UUID_BYTES);
    uuid[6] = (guint8)((uuid[6] & 0x0f) | 0x50);
    uuid[8] = (guint8)((uuid[8] & 0x3f) | 0x80);
}

void lyh_refi_guid(const char *name, char guid[LYH_REFI_GUID_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    guint8 own[UUID_BYTES], uuid[UUID_BYTES];
    hash(name_space_of_urls, "urn:lyhord:refi", own);
    hash(own, name, uuid);
    char *next = guid;
    for (size_t i = 0; i < UUID_BYTES; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *next++ = '-';
        *next++ = digits[uuid[i] >> 4];
        *next++ = digits[uuid[i] & 0x0f];
    }
    *next = '\0';
}
