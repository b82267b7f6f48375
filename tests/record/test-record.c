/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packing: what goes in comes out, whatever the type; the same values are the same bytes. */

#include "config.h"

#include "gw-random-record.h"

#include <string.h>

#define N_TYPES 300

/* Random values for every field; about a third stay empty. */
static GwFieldValue *
pick_values (GRand *rand, const GwRecordType *type)
{
  GwFieldValue *values = g_new0 (GwFieldValue, type->n_fields);

  for (guint i = 0; i < type->n_fields; i++)
    if (g_rand_int_range (rand, 0, 3) > 0)
      gw_random_value (rand, &type->fields[i], &values[i]);
  return values;
}

static void
free_values (GwFieldValue *values, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    gw_field_value_clear (&values[i]);
  g_free (values);
}

static void
check_values (const GwRecord *record, const GwFieldValue *values)
{
  const GwRecordType *type = gw_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_auto (GwFieldValue) copy = GW_FIELD_VALUE_INIT;
      GwFieldValue lent = GW_FIELD_VALUE_INIT;

      gw_record_get_value (record, i, &copy);
      gw_record_lend_value (record, i, &lent);
      g_assert_true (gw_field_value_equal (&copy, &values[i]));
      g_assert_true (gw_field_value_equal (&lent, &values[i]));
      g_assert_cmpint (gw_record_has (record, i), ==, !gw_field_value_is_empty (&values[i]));
    }
}

static void
test_packing_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint i = 0; i < N_TYPES; i++)
    {
      g_autoptr (GwRecordType) type = gw_random_type (rand);
      g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (type);
      GwId id = gw_random_id (rand);

      /* The same builder again and again, fields in any order and some twice. */
      for (guint j = 0; j < 5; j++)
        {
          GwFieldValue *values = pick_values (rand, type);
          g_autoptr (GwRecord) record = NULL;
          g_autoptr (GwRecord) twin = NULL;

          for (guint k = 0; k < type->n_fields; k++)
            gw_record_builder_set_value (builder, k, &values[k]);
          record = gw_record_builder_end (builder, id);
          for (guint k = type->n_fields; k-- > 0;)
            {
              g_auto (GwFieldValue) first = GW_FIELD_VALUE_INIT;

              gw_random_value (rand, &type->fields[k], &first);
              gw_record_builder_set_value (builder, k, &first);
              gw_record_builder_set_value (builder, k, &values[k]);
            }
          twin = gw_record_builder_end (builder, id);
          check_values (record, values);
          check_values (twin, values);
          g_assert_true (gw_record_equal (record, twin));
          g_assert_cmpuint (gw_record_get_size (record), ==, gw_record_get_size (twin));
          free_values (values, type->n_fields);
        }
    }
}

static void
test_equality (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  const GwRecordType *type = gw_every_kind_type ();
  g_autoptr (GwRecord) record = gw_random_record (rand, type);

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autoptr (GwDraft) draft = gw_draft_new_for (record);
      g_autoptr (GwDraft) untouched = gw_draft_new_for (record);
      g_autoptr (GwRecord) other = NULL;

      if (gw_record_has (record, i))
        gw_draft_clear_value (draft, i);
      else
        {
          g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

          gw_random_value (rand, &type->fields[i], &value);
          gw_draft_set_value (draft, i, &value);
        }
      other = gw_draft_build (draft);
      g_assert_false (gw_record_equal (record, other));
      gw_record_unref (other);
      other = gw_draft_build (untouched);
      g_assert_true (gw_record_equal (record, other));
    }
}

static GwRecord *
build_with (GwId id, const char *extra, gboolean deleted)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (gw_every_kind_type ());

  gw_record_builder_set_integer (builder, GW_FIELD_NUMBER, 7);
  gw_record_builder_set_extra (builder, extra);
  gw_record_builder_set_deleted (builder, deleted);
  return gw_record_builder_end (builder, id);
}

static void
test_beside_the_fields (void)
{
  GwId id = gw_id_new ();
  g_autoptr (GwRecord) plain = build_with (id, NULL, FALSE);
  g_autoptr (GwRecord) same = build_with (id, "", FALSE);
  g_autoptr (GwRecord) with_extra = build_with (id, "{\"new\":1}", FALSE);
  g_autoptr (GwRecord) deleted = build_with (id, NULL, TRUE);
  g_autoptr (GwRecord) other_id = build_with (gw_id_new (), NULL, FALSE);

  g_assert_true (gw_record_equal (plain, same));
  g_assert_false (gw_record_equal (plain, with_extra));
  g_assert_false (gw_record_equal (plain, deleted));
  g_assert_false (gw_record_equal (plain, other_id));
  g_assert_null (gw_record_get_extra (plain));
  g_assert_cmpstr (gw_record_get_extra (with_extra), ==, "{\"new\":1}");
  g_assert_true (gw_record_is_deleted (deleted));
  g_assert_cmpint (gw_record_get_integer (deleted, GW_FIELD_NUMBER), ==, 7);
  g_assert_true (gw_id_equal (gw_record_get_id (plain), id));
}

static void
test_lengths_of_text (void)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (gw_every_kind_type ());
  g_autoptr (GwRecord) record = NULL;

  gw_record_builder_set_text (builder, GW_FIELD_TEXT, "abcdef", 3);
  gw_record_builder_set_text (builder, GW_FIELD_RICH_TEXT, "abc", 100);
  gw_record_builder_set_text (builder, GW_FIELD_SEALED, "abc", 0);
  gw_record_builder_set_text (builder, GW_FIELD_ATTACHMENT, NULL, -1);
  record = gw_record_builder_end (builder, gw_id_new ());
  g_assert_cmpstr (gw_record_get_text (record, GW_FIELD_TEXT), ==, "abc");
  g_assert_cmpstr (gw_record_get_text (record, GW_FIELD_RICH_TEXT), ==, "abc");
  g_assert_false (gw_record_has (record, GW_FIELD_SEALED));
  g_assert_cmpstr (gw_record_get_text (record, GW_FIELD_ATTACHMENT), ==, "");
}

/* A visit as the sample has them: 24 fields, all of them filled. */
static void
test_size (void)
{
  static const GwFieldKind kinds[24] = {
    GW_FIELD_REFERENCE, GW_FIELD_REFERENCE, GW_FIELD_DAY,        GW_FIELD_MINUTE,
    GW_FIELD_MINUTE,    GW_FIELD_MINUTE,    GW_FIELD_SPAN,       GW_FIELD_MINUTE,
    GW_FIELD_MINUTE,    GW_FIELD_CHOICE,    GW_FIELD_CHOICE,     GW_FIELD_CHOICES,
    GW_FIELD_FLAG,      GW_FIELD_FLAG,      GW_FIELD_NUMBER,     GW_FIELD_MONEY,
    GW_FIELD_INSTANT,   GW_FIELD_REFERENCE, GW_FIELD_REFERENCES, GW_FIELD_TEXT,
    GW_FIELD_TEXT,      GW_FIELD_RICH_TEXT, GW_FIELD_CHOICE,     GW_FIELD_MINUTE,
  };
  GwField fields[G_N_ELEMENTS (kinds)];
  GwRecordType type = { .key = "visit", .fields = fields, .n_fields = G_N_ELEMENTS (kinds) };
  g_autoptr (GwRecordBuilder) builder = NULL;
  g_autoptr (GwRecord) record = NULL;
  GwId ids[] = { gw_id_new (), gw_id_new () };

  memset (fields, 0, sizeof fields);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      fields[i].key = "field";
      fields[i].kind = kinds[i];
    }
  builder = gw_record_builder_new (&type);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    switch (gw_field_get_form (&fields[i]))
      {
      case GW_VALUE_TEXT:
        gw_record_builder_set_text (builder, i, "breakfast and medication", -1);
        break;
      case GW_VALUE_ID:
        gw_record_builder_set_id (builder, i, ids[0]);
        break;
      case GW_VALUE_IDS:
        gw_record_builder_set_ids (builder, i, ids, 2);
        break;
      default:
        gw_record_builder_set_integer (builder, i, 480);
      }
  record = gw_record_builder_end (builder, gw_id_new ());
  g_test_message ("24 fields take %" G_GSIZE_FORMAT " bytes", gw_record_get_size (record));
  g_assert_cmpuint (gw_record_get_size (record), <=, 450);

  gw_record_builder_set_integer (builder, 2, 1);
  gw_record_unref (record);
  record = gw_record_builder_end (builder, gw_id_new ());
  /* Empty fields cost nothing. */
  g_assert_cmpuint (gw_record_get_size (record), <=, 64);
}

static gpointer
hold_and_read (gpointer data)
{
  GwRecord *record = data;
  gint64 sum = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GwRecord) held = gw_record_ref (record);

      sum += gw_record_get_integer (held, GW_FIELD_NUMBER);
    }
  gw_record_unref (record);
  return GSIZE_TO_POINTER ((gsize) sum);
}

static void
test_threads (void)
{
  GwRecord *record = build_with (gw_id_new (), NULL, FALSE);
  GThread *threads[3];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", hold_and_read, gw_record_ref (record));
  gw_record_unref (record);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_SIZE (g_thread_join (threads[i])), ==, 140000);
}

static void
test_wrong_form_is_refused (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GwRecord) record = build_with (gw_id_new (), NULL, FALSE);

      gw_record_get_text (record, GW_FIELD_NUMBER);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/packing-round-trip", test_packing_round_trip);
  g_test_add_func ("/record/equality", test_equality);
  g_test_add_func ("/record/beside-the-fields", test_beside_the_fields);
  g_test_add_func ("/record/lengths-of-text", test_lengths_of_text);
  g_test_add_func ("/record/size", test_size);
  g_test_add_func ("/record/threads", test_threads);
  g_test_add_func ("/record/wrong-form-is-refused", test_wrong_form_is_refused);
  return g_test_run ();
}
