/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hybrid logical clocks (Kulkarni et al. 2014): the greater of wall time and what was seen last,
 * with a counter for events of the same millisecond.
 */
#include "config.h"

#include "gw-row-clock.h"

#include <string.h>

GwStamp
gw_stamp_next (guint64 last_time, gint64 now_ms, const guint8 *device)
{
  guint64 time = (guint64) MAX (now_ms, 0) << 16;
  GwStamp stamp;

  /* A full counter runs over into the milliseconds, which is as good an order. */
  if (time <= last_time)
    time = last_time + 1;
  for (guint i = 0; i < 8; i++)
    stamp.bytes[i] = (guint8) (time >> (56 - 8 * i));
  memcpy (stamp.bytes + 8, device, 8);
  return stamp;
}

guint64
gw_stamp_get_time (GwStamp stamp)
{
  guint64 time = 0;

  for (guint i = 0; i < 8; i++)
    time = time << 8 | stamp.bytes[i];
  return time;
}

static guint16
get_number (const guint8 *entry)
{
  return (guint16) (entry[0] << 8 | entry[1]);
}

void
gw_stamps_set (GByteArray *stamps, guint16 number, GwStamp stamp)
{
  guint offset = 0;
  guint8 entry[GW_STAMP_ENTRY_BYTES] = { (guint8) (number >> 8), (guint8) number };

  memcpy (entry + 2, stamp.bytes, GW_STAMP_BYTES);
  while (offset < stamps->len && get_number (stamps->data + offset) < number)
    offset += GW_STAMP_ENTRY_BYTES;
  if (offset == stamps->len || get_number (stamps->data + offset) != number)
    {
      guint tail = stamps->len - offset;

      g_byte_array_set_size (stamps, stamps->len + GW_STAMP_ENTRY_BYTES);
      memmove (stamps->data + offset + GW_STAMP_ENTRY_BYTES, stamps->data + offset, tail);
    }
  memcpy (stamps->data + offset, entry, sizeof entry);
}

gboolean
gw_stamps_find (const guint8 *stamps, gsize n_bytes, guint16 number, GwStamp *out_stamp)
{
  for (gsize offset = 0; offset + GW_STAMP_ENTRY_BYTES <= n_bytes; offset += GW_STAMP_ENTRY_BYTES)
    if (get_number (stamps + offset) == number)
      {
        memcpy (out_stamp->bytes, stamps + offset + 2, GW_STAMP_BYTES);
        return TRUE;
      }
  return FALSE;
}
