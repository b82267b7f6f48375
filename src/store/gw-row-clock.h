/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hybrid logical clocks: when a field was last set, in an order all laptops of a team agree on.
 * A stamp is 16 bytes, compared as bytes: 48 bits of milliseconds since 1970, a 16-bit counter, and
 * the 8 bytes of the device. A row has one stamp, and a list of those fields whose stamp differs:
 * for each the field's number (2 bytes, 0 for the deletion) and 16 bytes, sorted by number.
 * Pure; private to the store.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GW_STAMP_BYTES 16
#define GW_STAMP_ENTRY_BYTES (2 + GW_STAMP_BYTES)

/** GwStamp: one reading of the clock. */
typedef struct
{
  guint8 bytes[GW_STAMP_BYTES];
} GwStamp;

/**
 * gw_stamp_next: the stamp after @last_time (milliseconds · 2¹⁶ + counter, as gw_stamp_get_time())
 * at wall time @now_ms on @device (8 bytes). Always greater, also when the wall clock was set back.
 */
GwStamp gw_stamp_next (guint64 last_time, gint64 now_ms, const guint8 *device);

/** gw_stamp_get_time: the first 8 bytes as a number. */
guint64 gw_stamp_get_time (GwStamp stamp);

/** gw_stamps_set: sets the stamp of field @number in @stamps (the list of a row). */
void gw_stamps_set (GByteArray *stamps, guint16 number, GwStamp stamp);

/** gw_stamps_find: the stamp of field @number in @stamps; FALSE if the row's own counts. */
gboolean gw_stamps_find (const guint8 *stamps, gsize n_bytes, guint16 number, GwStamp *out_stamp);

G_END_DECLS
