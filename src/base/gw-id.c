/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * UUIDv7 ids. Layout (RFC 9562): 48 bits of milliseconds, version 7, 12 bits that count ids within
 * a millisecond, variant 2, 62 random bits. The counter makes ids of one process sort in the order
 * of making even within a millisecond; when it overflows it borrows the next millisecond.
 */

#include "config.h"

#include "gw-id.h"

#include <stdatomic.h>
#include <string.h>
#include <sys/random.h>

#define COUNTER_BITS 12
#define TEXT_LENGTH 36

static const guint8 dashes_after[4] = { 4, 6, 8, 10 };

static GwId
id_from_parts (guint64 milliseconds, guint counter, guint64 random)
{
  GwId id;

  for (guint i = 0; i < 6; i++)
    id.bytes[i] = (guint8) (milliseconds >> (40 - 8 * i));
  id.bytes[6] = (guint8) (0x70 | ((counter >> 8) & 0x0f));
  id.bytes[7] = (guint8) (counter & 0xff);
  for (guint i = 0; i < 8; i++)
    id.bytes[8 + i] = (guint8) (random >> (56 - 8 * i));
  id.bytes[8] = (id.bytes[8] & 0x3f) | 0x80;
  return id;
}

/* Mixes all bits into all bits; nothing stays nothing (the finaliser of SplitMix64). */
static guint64
mix_bits (guint64 bits)
{
  bits = (bits ^ (bits >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  bits = (bits ^ (bits >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return bits ^ (bits >> 31);
}

/* The millisecond and counter of the next id, as one number that only ever grows. */
static guint64
take_tick (void)
{
  static _Atomic guint64 last_tick;
  guint64 now = ((guint64) (g_get_real_time () / 1000)) << COUNTER_BITS;
  guint64 last = atomic_load (&last_tick);
  guint64 next;

  do
    next = MAX (last + 1, now);
  while (!atomic_compare_exchange_weak (&last_tick, &last, next));
  return next;
}

GwId
gw_id_new (void)
{
  guint64 tick = take_tick ();
  guint64 random;

  if (getrandom (&random, sizeof random, 0) != sizeof random)
    random = ((guint64) g_random_int () << 32) | g_random_int ();
  return id_from_parts (tick >> COUNTER_BITS, tick & ((1 << COUNTER_BITS) - 1), random);
}

GwId
gw_id_from_seed (gint64 milliseconds, guint64 high, guint64 low)
{
  return id_from_parts ((guint64) milliseconds, high & ((1 << COUNTER_BITS) - 1),
                        low ^ mix_bits (high >> COUNTER_BITS));
}

gboolean
gw_id_is_none (GwId id)
{
  return gw_id_equal (id, GW_ID_NONE);
}

gboolean
gw_id_equal (GwId a, GwId b)
{
  return memcmp (a.bytes, b.bytes, sizeof a.bytes) == 0;
}

gint
gw_id_compare (GwId a, GwId b)
{
  return memcmp (a.bytes, b.bytes, sizeof a.bytes);
}

guint
gw_id_hash_ptr (gconstpointer id)
{
  guint64 halves[2];

  memcpy (halves, id, sizeof halves);
  return (guint) (mix_bits (halves[0] * 31 + halves[1]) >> 16);
}

gboolean
gw_id_equal_ptr (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (GwId)) == 0;
}

char *
gw_id_to_text (GwId id)
{
  static const char digits[] = "0123456789abcdef";
  char *text = g_malloc (TEXT_LENGTH + 1);
  char *end = text;

  for (guint i = 0, dash = 0; i < sizeof id.bytes; i++)
    {
      if (dash < G_N_ELEMENTS (dashes_after) && i == dashes_after[dash])
        {
          *end++ = '-';
          dash++;
        }
      *end++ = digits[id.bytes[i] >> 4];
      *end++ = digits[id.bytes[i] & 0x0f];
    }
  *end = '\0';
  return text;
}

gboolean
gw_id_from_text (const char *text, GwId *out_id)
{
  GwId id;

  g_return_val_if_fail (out_id != NULL, FALSE);
  if (text == NULL || strnlen (text, TEXT_LENGTH + 1) != TEXT_LENGTH)
    return FALSE;
  for (guint i = 0, dash = 0; i < sizeof id.bytes; i++)
    {
      if (dash < G_N_ELEMENTS (dashes_after) && i == dashes_after[dash])
        {
          if (*text++ != '-')
            return FALSE;
          dash++;
        }
      if (!g_ascii_isxdigit (text[0]) || !g_ascii_isxdigit (text[1]))
        return FALSE;
      id.bytes[i] = (guint8) (g_ascii_xdigit_value (text[0]) << 4 | g_ascii_xdigit_value (text[1]));
      text += 2;
    }
  *out_id = id;
  return TRUE;
}
