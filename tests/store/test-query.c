/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The store answers queries exactly as gw_query_matches() and gw_query_compare() say: random
 * records, random queries, the same records in the same order.
 */
#include "config.h"

#include "store-fixture.h"

#include "gw-random-record.h"

#define N_RECORDS 300
#define N_QUERIES 200
#define SLICE 100


static gint
compare (gconstpointer a, gconstpointer b, gpointer query)
{
  return gw_query_compare (query, *(GwRecord *const *) a, *(GwRecord *const *) b);
}

/* The answer, made without SQL. */
static GPtrArray *
answer_by_hand (const GwQuery *query, GPtrArray *records)
{
  GPtrArray *answer = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);

  for (guint i = 0; i < records->len; i++)
    if (gw_query_matches (query, records->pdata[i]))
      g_ptr_array_add (answer, gw_record_ref (records->pdata[i]));
  g_ptr_array_sort_with_data (answer, compare, (gpointer) query);
  if (gw_query_get_limit (query) > 0 && answer->len > gw_query_get_limit (query))
    g_ptr_array_set_size (answer, (gint) gw_query_get_limit (query));
  return answer;
}

/* A condition that some record is likely to meet. */
static void
add_condition (GwQuery *query, GRand *rand, const GwRecordType *type, GPtrArray *records)
{
  guint field = (guint) g_rand_int_range (rand, 0, (gint32) type->n_fields);
  const GwRecord *model = records->pdata[g_rand_int_range (rand, 0, (gint32) records->len)];
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

  gw_record_get_value (model, field, &value);
  if (g_rand_int_range (rand, 0, 4) == 0 || value.form == GW_VALUE_EMPTY)
    gw_query_where_empty (query, field, g_rand_boolean (rand));
  else if (value.form == GW_VALUE_INTEGER && g_rand_boolean (rand))
    gw_query_where_between (query, field, value.integer - 5, value.integer + 1000);
  else if (value.form == GW_VALUE_INTEGER)
    gw_query_where_integer (query, field, value.integer);
  else if (value.form == GW_VALUE_ID)
    gw_query_where_id (query, field, value.id);
  else if (value.form == GW_VALUE_IDS)
    gw_query_where_id (query, field, value.ids[value.n_ids / 2]);
  else if (value.form == GW_VALUE_TEXT && type->fields[field].kind != GW_FIELD_SEALED)
    {
      g_autofree char *upper = g_utf8_strup (value.text, -1);
      g_autofree char *part = g_utf8_substring (upper, 0, MIN (3, g_utf8_strlen (upper, -1)));

      gw_query_where_text (query, field, part);
    }
}

static GwQuery *
make_query (GRand *rand, const GwRecordType *type, GPtrArray *records)
{
  GwQuery *query = gw_query_new (type);

  for (gint n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    add_condition (query, rand, type, records);
  for (gint n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    gw_query_sort (query, (guint) g_rand_int_range (rand, 0, (gint32) type->n_fields),
                   g_rand_boolean (rand));
  if (g_rand_int_range (rand, 0, 3) == 0)
    gw_query_set_limit (query, (guint) g_rand_int_range (rand, 1, 20));
  gw_query_set_with_deleted (query, g_rand_boolean (rand));
  return query;
}

static void
check_query (GwStore *store, const GwQuery *query, GPtrArray *records)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wanted = answer_by_hand (query, records);
  g_autoptr (GPtrArray) found = gw_store_query_sync (store, (GwQuery *) query, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, wanted->len);
  for (guint i = 0; i < found->len; i++)
    g_assert_true (gw_record_equal (found->pdata[i], wanted->pdata[i]));
  if (gw_query_get_limit (query) == 0)
    g_assert_cmpint (gw_store_count_sync (store, (GwQuery *) query, NULL, &error), ==, found->len);
}

static void
fill (Fixture *self, GwStore *store, GRand *rand, const GwRecordType *type, GPtrArray *records)
{
  for (guint i = 0; i < N_RECORDS; i += SLICE)
    {
      GwChange *change = gw_change_new ("Fill");
      GwChange *deletion = gw_change_new ("Delete some");

      for (guint j = 0; j < SLICE; j++)
        {
          GwRecord *record = gw_random_record (rand, type);

          gw_change_insert (change, record);
          if (j % 7 == 0)
            gw_change_delete (deletion, record);
          g_ptr_array_add (records, record);
        }
      gw_commit_unref (fixture_submit (self, store, change));
      gw_commit_unref (fixture_submit (self, store, deletion));
    }
  for (guint i = 0; i < records->len; i++)
    {
      GwRecord *now = fixture_get (store, type, gw_record_get_id (records->pdata[i]));

      gw_record_unref (records->pdata[i]);
      records->pdata[i] = now;
    }
}

static void
compare_with_hand (Fixture *self, GRand *rand, const GwRecordType *type)
{
  GwRecordType loose = *type;
  g_autofree GwField *fields = g_memdup2 (type->fields, type->n_fields * sizeof *fields);
  const GwRecordType *const types[] = { &loose };
  GwStoreConfig config = fixture_config (self, GW_STORE_CREATE);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwStore) store = NULL;

  /* Random references point nowhere; here only the answers matter. */
  for (guint i = 0; i < type->n_fields; i++)
    if (fields[i].target != NULL)
      fields[i].target = "elsewhere";
  loose.fields = fields;
  config.types = types;
  config.n_types = 1;
  store = gw_store_open_sync (&config, NULL, &error);
  g_assert_no_error (error);
  fill (self, store, rand, &loose, records);
  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autoptr (GwQuery) query = make_query (rand, &loose, records);
      check_query (store, query, records);
    }
}

static void
test_every_kind (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  compare_with_hand (self, rand, gw_every_kind_type ());
}

static void
test_random_type (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GwRecordType) type = gw_random_type (rand);

  compare_with_hand (self, rand, type);
}

static gboolean
take_three (GwRecord *record, gpointer user_data)
{
  guint *n = user_data;

  return ++*n < 3;
}

static void
test_scan_stops (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwQuery) query = gw_query_new (&fixture_person_type);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GwRecord) person = fixture_make_person ("Rose");
      fixture_insert (self, store, person);
    }
  g_assert_true (gw_store_scan_sync (store, query, take_three, &n, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  fixture_close (store);
}

/* Nothing is read for somebody who has gone. */
static void
test_cancelled (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwQuery) query = gw_query_new (&fixture_person_type);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (gw_store_query_sync (store, query, NULL, cancellable, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_CANCELLED);
  fixture_close (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/query/every-kind", test_every_kind);
  g_test_add ("/query/random-type/1", Fixture, GUINT_TO_POINTER (11), fixture_set_up,
              test_random_type, fixture_tear_down);
  g_test_add ("/query/random-type/2", Fixture, GUINT_TO_POINTER (12), fixture_set_up,
              test_random_type, fixture_tear_down);
  FIXTURE_ADD ("/query/scan-stops", test_scan_stops);
  FIXTURE_ADD ("/query/cancelled", test_cancelled);
  return g_test_run ();
}
