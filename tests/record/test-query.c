/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries asked of single records. */

#include "config.h"

#include "gw-random-record.h"

typedef struct
{
  const GwRecordType *type;
  GwId rose;
  GwId sam;
  GwRecord *visit;
  GwRecord *empty;
  GwRecord *deleted;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwRecordBuilder) builder = NULL;

  fixture->type = gw_every_kind_type ();
  fixture->rose = gw_id_from_seed (1, 0, 1);
  fixture->sam = gw_id_from_seed (1, 0, 2);
  builder = gw_record_builder_new (fixture->type);
  gw_record_builder_set_text (builder, GW_FIELD_TEXT, "Breakfast with ROSÉ", -1);
  gw_record_builder_set_integer (builder, GW_FIELD_DAY, 100);
  gw_record_builder_set_integer (builder, GW_FIELD_FLAG, 0);
  gw_record_builder_set_id (builder, GW_FIELD_REFERENCE, fixture->rose);
  gw_record_builder_set_ids (builder, GW_FIELD_REFERENCES, &fixture->sam, 1);
  fixture->visit = gw_record_builder_end (builder, gw_id_from_seed (2, 0, 0));
  fixture->empty = gw_record_builder_end (builder, gw_id_from_seed (3, 0, 0));
  gw_record_builder_set_integer (builder, GW_FIELD_DAY, 100);
  gw_record_builder_set_deleted (builder, TRUE);
  fixture->deleted = gw_record_builder_end (builder, gw_id_from_seed (4, 0, 0));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gw_record_unref (fixture->visit);
  gw_record_unref (fixture->empty);
  gw_record_unref (fixture->deleted);
}

static void
check (GwQuery *query, const GwRecord *record, gboolean expected)
{
  g_assert_cmpint (gw_query_matches (query, record), ==, expected);
  gw_query_unref (query);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwQuery) query = gw_query_new (fixture->type);
  static const GwField fields[] = { { .key = "x", .kind = GW_FIELD_TEXT } };
  static const GwRecordType other = { .key = "other", .fields = fields, .n_fields = 1 };
  g_autoptr (GwQuery) of_other = gw_query_new (&other);

  g_assert_true (gw_query_matches (query, fixture->visit));
  g_assert_true (gw_query_matches (query, fixture->empty));
  g_assert_false (gw_query_matches (query, fixture->deleted));
  gw_query_set_with_deleted (query, TRUE);
  g_assert_true (gw_query_matches (query, fixture->deleted));
  g_assert_false (gw_query_matches (of_other, fixture->visit));
}

static GwQuery *
between (Fixture *fixture, gint64 low, gint64 high)
{
  GwQuery *query = gw_query_new (fixture->type);

  gw_query_where_between (query, GW_FIELD_DAY, low, high);
  return query;
}

static GwQuery *
with_integer (Fixture *fixture, guint field, gint64 integer)
{
  GwQuery *query = gw_query_new (fixture->type);

  gw_query_where_integer (query, field, integer);
  return query;
}

static void
test_integers (Fixture *fixture, gconstpointer data)
{
  check (between (fixture, 100, 100), fixture->visit, TRUE);
  check (between (fixture, 99, 101), fixture->visit, TRUE);
  check (between (fixture, 101, 200), fixture->visit, FALSE);
  check (between (fixture, 0, 99), fixture->visit, FALSE);
  check (between (fixture, G_MININT64, G_MAXINT64), fixture->empty, FALSE);
  check (with_integer (fixture, GW_FIELD_DAY, 100), fixture->visit, TRUE);
  check (with_integer (fixture, GW_FIELD_DAY, 101), fixture->visit, FALSE);
  /* Nothing is not zero. */
  check (with_integer (fixture, GW_FIELD_FLAG, 0), fixture->visit, TRUE);
  check (with_integer (fixture, GW_FIELD_FLAG, 0), fixture->empty, FALSE);
}

static GwQuery *
with_id (Fixture *fixture, guint field, GwId id)
{
  GwQuery *query = gw_query_new (fixture->type);

  gw_query_where_id (query, field, id);
  return query;
}

static void
test_references (Fixture *fixture, gconstpointer data)
{
  check (with_id (fixture, GW_FIELD_REFERENCE, fixture->rose), fixture->visit, TRUE);
  check (with_id (fixture, GW_FIELD_REFERENCE, fixture->sam), fixture->visit, FALSE);
  check (with_id (fixture, GW_FIELD_REFERENCE, fixture->rose), fixture->empty, FALSE);
  check (with_id (fixture, GW_FIELD_REFERENCES, fixture->sam), fixture->visit, TRUE);
  check (with_id (fixture, GW_FIELD_REFERENCES, fixture->rose), fixture->visit, FALSE);
  check (with_id (fixture, GW_FIELD_REFERENCE, GW_ID_NONE), fixture->visit, FALSE);
  check (with_id (fixture, GW_FIELD_REFERENCE, GW_ID_NONE), fixture->empty, TRUE);
}

static GwQuery *
with_text (Fixture *fixture, const char *text)
{
  GwQuery *query = gw_query_new (fixture->type);

  gw_query_where_text (query, GW_FIELD_TEXT, text);
  return query;
}

static void
test_texts (Fixture *fixture, gconstpointer data)
{
  check (with_text (fixture, "rose\xcc\x81"), fixture->visit, TRUE);
  check (with_text (fixture, "BREAKFAST"), fixture->visit, TRUE);
  check (with_text (fixture, "lunch"), fixture->visit, FALSE);
  check (with_text (fixture, "%"), fixture->visit, FALSE);
  check (with_text (fixture, ""), fixture->empty, TRUE);
  check (with_text (fixture, "x"), fixture->empty, FALSE);
}

static void
test_emptiness (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwQuery) empty = gw_query_new (fixture->type);
  g_autoptr (GwQuery) filled = gw_query_new (fixture->type);

  gw_query_where_empty (empty, GW_FIELD_REFERENCES, TRUE);
  gw_query_where_empty (filled, GW_FIELD_REFERENCES, FALSE);
  g_assert_false (gw_query_matches (empty, fixture->visit));
  g_assert_true (gw_query_matches (empty, fixture->empty));
  g_assert_true (gw_query_matches (filled, fixture->visit));
  g_assert_false (gw_query_matches (filled, fixture->empty));
}

static void
test_all_conditions_must_hold (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwQuery) query = between (fixture, 0, 200);

  gw_query_where_id (query, GW_FIELD_REFERENCE, fixture->rose);
  g_assert_true (gw_query_matches (query, fixture->visit));
  gw_query_where_text (query, GW_FIELD_TEXT, "lunch");
  g_assert_false (gw_query_matches (query, fixture->visit));
}

static void
test_what_was_asked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwQuery) query = between (fixture, 3, 4);
  g_autoptr (GwQuery) same = gw_query_ref (query);
  gboolean is_descending = FALSE;

  gw_query_sort (query, GW_FIELD_DAY, TRUE);
  gw_query_set_limit (query, 12);
  g_assert_true (gw_query_get_record_type (same) == fixture->type);
  g_assert_cmpuint (gw_query_get_n_conditions (same), ==, 1);
  g_assert_cmpint (gw_query_get_condition (same, 0)->kind, ==, GW_CONDITION_BETWEEN);
  g_assert_cmpint (gw_query_get_condition (same, 0)->high, ==, 4);
  g_assert_cmpuint (gw_query_get_n_sorts (same), ==, 1);
  g_assert_cmpuint (gw_query_get_sort (same, 0, &is_descending), ==, GW_FIELD_DAY);
  g_assert_true (is_descending);
  g_assert_cmpuint (gw_query_get_limit (same), ==, 12);
  g_assert_false (gw_query_get_with_deleted (same));
}

static GwRecord *
make_text (const char *text, gint64 seed)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (gw_every_kind_type ());

  gw_record_builder_set_text (builder, GW_FIELD_TEXT, text, -1);
  return gw_record_builder_end (builder, gw_id_from_seed (seed, 0, 0));
}

static void
test_order_of_texts (Fixture *fixture, gconstpointer data)
{
  static const char *const in_order[] = { "", "[", "anna", "Berta", "ZOE", "émile", "Żaneta" };
  g_autoptr (GwQuery) up = gw_query_new (fixture->type);
  g_autoptr (GwQuery) down = gw_query_new (fixture->type);

  gw_query_sort (up, GW_FIELD_TEXT, FALSE);
  gw_query_sort (down, GW_FIELD_TEXT, TRUE);
  for (guint i = 1; i < G_N_ELEMENTS (in_order); i++)
    {
      g_autoptr (GwRecord) a = make_text (in_order[i - 1], 9);
      g_autoptr (GwRecord) b = make_text (in_order[i], 1);

      g_assert_cmpint (gw_query_compare (up, a, b), <, 0);
      g_assert_cmpint (gw_query_compare (up, b, a), >, 0);
      g_assert_cmpint (gw_query_compare (down, a, b), >, 0);
    }
}

static void
test_ids_break_ties (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwQuery) query = gw_query_new (fixture->type);
  g_autoptr (GwRecord) a = make_text ("ROSE", 1);
  g_autoptr (GwRecord) b = make_text ("rose", 2);

  gw_query_sort (query, GW_FIELD_TEXT, TRUE);
  g_assert_cmpint (gw_query_compare (query, a, b), <, 0);
  g_assert_cmpint (gw_query_compare (query, b, a), >, 0);
  g_assert_cmpint (gw_query_compare (query, a, a), ==, 0);
}

/* A total order, whatever is sorted by. */
static void
test_order_at_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GwQuery) query = gw_query_new (fixture->type);
      g_autoptr (GwRecord) a = gw_random_record (rand, fixture->type);
      g_autoptr (GwRecord) b = gw_random_record (rand, fixture->type);
      g_autoptr (GwRecord) c = gw_random_record (rand, fixture->type);
      gint ab, bc, ac;

      for (guint j = 0; j < 2; j++)
        gw_query_sort (query, (guint) g_rand_int_range (rand, 0, 16), g_rand_boolean (rand));
      ab = gw_query_compare (query, a, b);
      bc = gw_query_compare (query, b, c);
      ac = gw_query_compare (query, a, c);
      g_assert_cmpint (ab, !=, 0);
      g_assert_cmpint (ab<0, ==, gw_query_compare (query, b, a)> 0);
      if ((ab < 0) == (bc < 0))
        g_assert_cmpint (ac < 0, ==, ab < 0);
    }
}

static GwQuery *
build_query (const GwRecordType *type, gint64 high, const char *text, gboolean descending)
{
  GwQuery *query = gw_query_new (type);

  gw_query_where_between (query, GW_FIELD_DAY, 1, high);
  gw_query_where_text (query, GW_FIELD_TEXT, text);
  gw_query_sort (query, GW_FIELD_DAY, descending);
  return query;
}

static void
test_alike (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwQuery) query = build_query (fixture->type, 7, "rose", FALSE);
  g_autoptr (GwQuery) same = build_query (fixture->type, 7, "rose", FALSE);
  g_autoptr (GwQuery) longer = build_query (fixture->type, 8, "rose", FALSE);
  g_autoptr (GwQuery) other = build_query (fixture->type, 7, "sam", FALSE);
  g_autoptr (GwQuery) backward = build_query (fixture->type, 7, "rose", TRUE);

  g_assert_true (gw_query_equal (query, same));
  g_assert_false (gw_query_equal (query, longer));
  g_assert_false (gw_query_equal (query, other));
  g_assert_false (gw_query_equal (query, backward));
  gw_query_set_limit (same, 5);
  g_assert_false (gw_query_equal (query, same));
  gw_query_set_limit (same, 0);
  gw_query_set_with_deleted (same, TRUE);
  g_assert_false (gw_query_equal (query, same));
  gw_query_set_with_deleted (same, FALSE);
  gw_query_sort (same, GW_FIELD_TEXT, FALSE);
  g_assert_false (gw_query_equal (query, same));
}

#define ADD(name, test) g_test_add ("/query/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all", test_all);
  ADD ("integers", test_integers);
  ADD ("references", test_references);
  ADD ("texts", test_texts);
  ADD ("emptiness", test_emptiness);
  ADD ("all-conditions-must-hold", test_all_conditions_must_hold);
  ADD ("what-was-asked", test_what_was_asked);
  ADD ("alike", test_alike);
  ADD ("order-of-texts", test_order_of_texts);
  ADD ("ids-break-ties", test_ids_break_ties);
  ADD ("order-at-random", test_order_at_random);
  return g_test_run ();
}
