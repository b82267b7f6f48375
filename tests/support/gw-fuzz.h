/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Feeds a reader with spoilt input. Each seed text is read as it is, then again and again with
 * bytes flipped, cut out, doubled, replaced by awkward ones or spliced with another seed. The same
 * seed number gives the same inputs, so a failure repeats. A reader passes when it neither crashes
 * nor hangs nor leaks; what it says about the input is its own business.
 *
 *   static void read_csv (const guint8 *bytes, gsize n_bytes, gpointer data) { … }
 *   gw_fuzz_run (seeds, G_N_ELEMENTS (seeds), read_csv, NULL);
 *
 * GW_FUZZ_ROUNDS sets how many spoilt inputs a seed gets (200; ./dev bench asks for many more).
 */

#pragma once

#include <glib.h>

#include <string.h>

/* Reads one input; @bytes ends with a NUL that is not counted. */
typedef void (*GwFuzzReader) (const guint8 *bytes, gsize n_bytes, gpointer data);

static inline guint
gw_fuzz_get_rounds (void)
{
  const char *rounds = g_getenv ("GW_FUZZ_ROUNDS");
  return rounds != NULL ? (guint) g_ascii_strtoull (rounds, NULL, 10) : 200;
}

/* A word at which readers stumble. */
static inline const char *
gw_fuzz_pick_awkward (GRand *rand)
{
  static const char *const awkward[] = { "\"",
                                         "\n",
                                         "\r",
                                         ",",
                                         ";",
                                         "\t",
                                         "\xff\xfe",
                                         "\xc3",
                                         "'",
                                         "{",
                                         "[",
                                         "]",
                                         "}",
                                         "null",
                                         "-1",
                                         "1e999",
                                         "0",
                                         "\\u0000",
                                         "99999999999999999999",
                                         "\xe2\x80\xae",
                                         "2026-02-30",
                                         "24:61",
                                         "\xf0\x9f\x91\xb5",
                                         "" };

  return awkward[g_rand_int_range (rand, 0, G_N_ELEMENTS (awkward))];
}

static inline void
gw_fuzz_insert (GByteArray *bytes, guint at, const char *word)
{
  g_autoptr (GByteArray) tail = g_byte_array_new ();

  g_byte_array_append (tail, bytes->data + at, bytes->len - at);
  g_byte_array_set_size (bytes, at);
  g_byte_array_append (bytes, (const guint8 *) word, (guint) strlen (word));
  g_byte_array_append (bytes, tail->data, tail->len);
}

static inline void
gw_fuzz_spoil_once (GByteArray *bytes, GRand *rand, const char *other)
{
  guint at = bytes->len > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) bytes->len) : 0;
  guint wanted = (guint) g_rand_int_range (rand, 1, 40);
  guint length = MIN (bytes->len - at, wanted);
  g_autoptr (GByteArray) piece = g_byte_array_new ();

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      if (bytes->len > 0)
        bytes->data[at] ^= (guint8) (1u << g_rand_int_range (rand, 0, 8));
      break;
    case 1:
      if (length > 0)
        g_byte_array_remove_range (bytes, at, length);
      break;
    case 2:
      g_byte_array_append (piece, bytes->data + at, length);
      g_byte_array_append (bytes, piece->data, piece->len);
      break;
    case 3:
      gw_fuzz_insert (bytes, at, gw_fuzz_pick_awkward (rand));
      break;
    case 4:
      gw_fuzz_insert (bytes, at, other);
      break;
    default:
      g_byte_array_set_size (bytes, at);
      g_byte_array_append (bytes, (const guint8 *) other, (guint) strlen (other));
      break;
    }
}

static inline void
gw_fuzz_read (GByteArray *bytes, GwFuzzReader reader, gpointer data)
{
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  reader (bytes->data, bytes->len - 1, data);
}

/* Gives @reader the @n_bytes of @seed, which may hold zero bytes, whole and then spoilt. */
static inline void
gw_fuzz_run_bytes (gconstpointer seed, gsize n_bytes, GwFuzzReader reader, gpointer data)
{
  for (guint round = 0; round <= gw_fuzz_get_rounds (); round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      gint n_faults = round == 0 ? 0 : g_rand_int_range (rand, 1, 6);

      g_byte_array_append (bytes, seed, (guint) n_bytes);
      for (gint i = 0; i < n_faults; i++)
        gw_fuzz_spoil_once (bytes, rand, "");
      gw_fuzz_read (bytes, reader, data);
    }
}

/* Gives @reader every seed, whole and then spoilt. */
static inline void
gw_fuzz_run (const char *const *seeds, gsize n_seeds, GwFuzzReader reader, gpointer data)
{
  for (gsize s = 0; s < n_seeds; s++)
    for (guint round = 0; round <= gw_fuzz_get_rounds (); round++)
      {
        g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) (s * 1000003 + round));
        g_autoptr (GByteArray) bytes = g_byte_array_new ();
        gint n_faults = round == 0 ? 0 : g_rand_int_range (rand, 1, 6);
        g_byte_array_append (bytes, (const guint8 *) seeds[s], (guint) strlen (seeds[s]));
        for (gint i = 0; i < n_faults; i++)
          gw_fuzz_spoil_once (bytes, rand, seeds[g_rand_int_range (rand, 0, (gint32) n_seeds)]);
        gw_fuzz_read (bytes, reader, data);
      }
}
