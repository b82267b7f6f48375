/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids: form, order, text. */

#include "config.h"

#include "gw-id.h"

#include <string.h>

#define N_IDS 20000
#define N_THREADS 4

static void
check_form (GwId id)
{
  g_assert_cmphex (id.bytes[6] >> 4, ==, 7);
  g_assert_cmphex (id.bytes[8] >> 6, ==, 2);
}

static void
test_order_of_making (void)
{
  GwId previous = gw_id_new ();
  guint64 milliseconds = 0;

  for (guint i = 0; i < 6; i++)
    milliseconds = milliseconds << 8 | previous.bytes[i];
  g_assert_cmpint (ABS ((gint64) milliseconds - g_get_real_time () / 1000), <, 60000);
  for (guint i = 0; i < N_IDS; i++)
    {
      GwId id = gw_id_new ();

      check_form (id);
      g_assert_cmpint (gw_id_compare (previous, id), <, 0);
      previous = id;
    }
}

static gpointer
make_ids (gpointer data)
{
  GwId *ids = data;

  for (guint i = 0; i < N_IDS; i++)
    ids[i] = gw_id_new ();
  return NULL;
}

static void
test_threads_never_share_an_id (void)
{
  g_autofree GwId *ids = g_new (GwId, N_THREADS * N_IDS);
  g_autoptr (GHashTable) seen = g_hash_table_new (gw_id_hash_ptr, gw_id_equal_ptr);
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("ids", make_ids, ids + i * N_IDS);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < N_THREADS * N_IDS; i++)
    g_assert_true (g_hash_table_add (seen, &ids[i]));
}

static void
test_seeds (void)
{
  const gint64 then = G_GINT64_CONSTANT (1795505400000);
  GwId id = gw_id_from_seed (then, 1, 2);

  check_form (id);
  g_assert_true (gw_id_equal (id, gw_id_from_seed (then, 1, 2)));
  g_assert_false (gw_id_equal (id, gw_id_from_seed (then, 2, 2)));
  g_assert_false (gw_id_equal (id, gw_id_from_seed (then, 1, 3)));
  g_assert_false (gw_id_equal (id, gw_id_from_seed (then + 1, 1, 2)));
  g_assert_false (gw_id_equal (id, gw_id_from_seed (then, 1 + 4096, 2)));
  g_assert_cmpint (gw_id_compare (id, gw_id_from_seed (then + 1, 0, 0)), <, 0);
  g_assert_cmpint (gw_id_compare (id, gw_id_from_seed (then, 2, 0)), <, 0);
}

static void
test_text (void)
{
  static const char *const wrong[] = { "",
                                       "018f3c2a-1b2c-7d3e-8f40-51627384950",
                                       "018f3c2a-1b2c-7d3e-8f40-516273849501a",
                                       "018f3c2a11b2c-7d3e-8f40-516273849501",
                                       "018f3c2a-1b2c-7d3e-8f40-51627384950g",
                                       "{18f3c2a-1b2c-7d3e-8f40-516273849501",
                                       "018f3c2a1b2c7d3e8f40516273849501----" };
  const char *right = "018f3c2a-1b2c-7d3e-8f40-516273849501";
  GwId id;
  g_autofree char *text = NULL;

  g_assert_true (gw_id_from_text (right, &id));
  g_assert_cmphex (id.bytes[0], ==, 0x01);
  g_assert_cmphex (id.bytes[15], ==, 0x01);
  text = gw_id_to_text (id);
  g_assert_cmpstr (text, ==, right);
  g_assert_true (gw_id_from_text ("018F3C2A-1B2C-7D3E-8F40-516273849501", &id));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (gw_id_from_text (wrong[i], &id));
  g_assert_false (gw_id_from_text (NULL, &id));
  for (guint i = 0; i < N_IDS; i++)
    {
      GwId one = gw_id_new (), again;
      g_autofree char *words = gw_id_to_text (one);

      g_assert_true (gw_id_from_text (words, &again));
      g_assert_true (gw_id_equal (one, again));
    }
}

static void
test_none (void)
{
  g_assert_true (gw_id_is_none (GW_ID_NONE));
  g_assert_false (gw_id_is_none (gw_id_new ()));
}

/* Neighbouring seeds, as generated data has them, must not crowd one bucket. */
static void
test_hash_spreads (void)
{
  guint counts[64] = { 0 };

  for (guint i = 0; i < 6400; i++)
    {
      GwId id = gw_id_from_seed (0, 1, i);

      counts[gw_id_hash_ptr (&id) % G_N_ELEMENTS (counts)]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_assert_cmpuint (counts[i], >, 50);
      g_assert_cmpuint (counts[i], <, 200);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/order-of-making", test_order_of_making);
  g_test_add_func ("/id/threads-never-share-an-id", test_threads_never_share_an_id);
  g_test_add_func ("/id/seeds", test_seeds);
  g_test_add_func ("/id/text", test_text);
  g_test_add_func ("/id/none", test_none);
  g_test_add_func ("/id/hash-spreads", test_hash_spreads);
  return g_test_run ();
}
