/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Record ids: 16-byte UUIDv7 (RFC 9562), so that ids made later sort later and neighbours stay
 * neighbours on disk. Text only at the edges. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GwId: sixteen bytes; all zero means "none". */
typedef struct
{
  guint8 bytes[16];
} GwId;

#define GW_ID_NONE ((GwId){ { 0 } })

/** gw_id_new: a new id from the real clock and the system's random numbers. */
GwId gw_id_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_id_from_seed: a repeatable id for generated data: the same (@milliseconds, @high, @low) give
 * the same id. @milliseconds since 1970.
 */
GwId gw_id_from_seed (gint64 milliseconds, guint64 high, guint64 low);

/** gw_id_is_none: whether all bytes are zero. */
gboolean gw_id_is_none (GwId id);

/** gw_id_equal: whether @a and @b are the same id. */
gboolean gw_id_equal (GwId a, GwId b);

/** gw_id_compare: byte order, which is also the order of making. */
gint gw_id_compare (GwId a, GwId b);

/** gw_id_hash_ptr: GHashFunc over a pointer to #GwId. */
guint gw_id_hash_ptr (gconstpointer id);

/** gw_id_equal_ptr: GEqualFunc over pointers to #GwId. */
gboolean gw_id_equal_ptr (gconstpointer a, gconstpointer b);

/** gw_id_to_text: 36 characters, lower case. Returns: (transfer full) */
char *gw_id_to_text (GwId id) G_GNUC_WARN_UNUSED_RESULT;

/** gw_id_from_text: reads the 36-character form; FALSE otherwise. */
gboolean gw_id_from_text (const char *text, GwId *out_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
