/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample is the same every time, whole, valid, about as large as it says, and mostly covered. */
#include "config.h"

#include "gw-sample.h"

#include "gw-absence.h"
#include "gw-colleague.h"
#include "gw-model.h"
#include "gw-person.h"
#include "gw-problem-list.h"
#include "gw-shift.h"
#include "gw-visit-pattern.h"
#include "gw-visit-timing.h"
#include "gw-visit.h"

#include <glib/gstdio.h>

static GwSample *
make (GwSampleKind kind, guint64 seed)
{
  GwSampleSpec spec = { .kind = kind, .seed = seed };

  g_assert_true (gw_day_from_iso ("2026-11-24", &spec.today));
  return gw_sample_new (&spec);
}

static guint
count (GwSample *sample, const GwRecordType *type)
{
  GPtrArray *records = gw_sample_get_records (sample);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += gw_record_get_record_type (g_ptr_array_index (records, i)) == type;
  return n;
}

static void
test_repeats (void)
{
  g_autoptr (GwSample) first = make (GW_SAMPLE_ONE_TEAM, 1);
  g_autoptr (GwSample) second = make (GW_SAMPLE_ONE_TEAM, 1);
  g_autoptr (GwSample) other = make (GW_SAMPLE_ONE_TEAM, 2);
  GPtrArray *a = gw_sample_get_records (first), *b = gw_sample_get_records (second);

  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_true (gw_record_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)));
  for (guint i = 0; i < gw_sample_get_n_faces (first); i++)
    g_assert_true (
        g_bytes_equal (gw_sample_get_face (first, i, NULL), gw_sample_get_face (second, i, NULL)));
  g_assert_false (gw_record_equal (
      g_ptr_array_index (a, a->len - 1),
      g_ptr_array_index (gw_sample_get_records (other), gw_sample_get_records (other)->len - 1)));
}

static void
test_sizes (void)
{
  static const struct
  {
    GwSampleKind kind;
    guint people, colleagues;
  } expected[] = {
    { GW_SAMPLE_ONE_TEAM, 18, 12 },
    { GW_SAMPLE_NEIGHBOURHOOD, 70, 45 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GwSample) sample = make (expected[i].kind, 1);
      g_assert_cmpuint (count (sample, &gw_person_type), ==, expected[i].people);
      g_assert_cmpuint (count (sample, &gw_colleague_type), ==, expected[i].colleagues);
      g_assert_cmpuint (gw_sample_get_n_faces (sample), ==,
                        expected[i].people + expected[i].colleagues);
    }
}

/* Every record is valid, has its own id, and refers only to what came before it. */
static void
check_whole (GwSampleKind kind)
{
  g_autoptr (GwSample) sample = make (kind, 1);
  GPtrArray *records = gw_sample_get_records (sample);
  g_autoptr (GHashTable)
      seen = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const GwRecord *record = g_ptr_array_index (records, i);
      const GwRecordType *type = gw_record_get_record_type (record);
      g_autoptr (GwProblemList) problems = gw_record_validate (record);
      GwId id = gw_record_get_id (record);
      if (gw_problem_list_get_n (problems) > 0)
        g_error ("%s %u: %s", type->key, i, gw_problem_list_get_sentence (problems, 0));
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)));
      for (guint f = 0; f < type->n_fields; f++)
        {
          g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
          gw_record_get_value (record, f, &value);
          /* A buddy may come later in the same list; nothing else may. */
          if (value.form == GW_VALUE_ID && !g_str_equal (type->fields[f].key, "buddy") &&
              !g_hash_table_contains (seen, &value.id))
            g_error ("%s %u: %s refers to nothing", type->key, i, type->fields[f].key);
          for (guint k = 0; value.form == GW_VALUE_IDS && k < value.n_ids; k++)
            g_assert_true (g_hash_table_contains (seen, &value.ids[k]));
        }
    }
}

static void
test_whole (void)
{
  check_whole (GW_SAMPLE_ONE_TEAM);
  check_whole (GW_SAMPLE_NEIGHBOURHOOD);
}

static void
test_demand (void)
{
  g_autoptr (GwSample) sample = make (GW_SAMPLE_ONE_TEAM, 1);
  GPtrArray *records = gw_sample_get_records (sample);
  GwDay monday;
  guint n_agreed = 0, n_week = 0, n_covered = 0, n_next_planned = 0, n_past = 0, n_done = 0;

  g_assert_true (gw_day_from_iso ("2026-11-23", &monday));
  for (guint i = 0; i < records->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (records, i);
      gint days;
      if (gw_record_get_record_type (visit) != &gw_visit_type)
        continue;
      days = gw_day_diff (gw_visit_get_day (visit), monday);
      if (days == 0 && gw_visit_has_ideal (visit) && gw_visit_has_pattern (visit))
        n_agreed += gw_visit_get_needed (visit);
      if (days < 0)
        {
          n_past++;
          n_done += gw_visit_get_state (visit) == GW_VISIT_STATE_DONE;
        }
      else if (days > 0 && days < 7)
        {
          n_week++;
          n_covered += gw_visit_is_covered (visit);
        }
      else if (days >= 7)
        n_next_planned += gw_visit_has_start (visit);
    }
  g_test_message ("this week %u of %u covered; past %u of %u happened", n_covered, n_week, n_done,
                  n_past);
  g_assert_cmpuint (n_agreed, ==, 52);
  g_assert_cmpuint (n_covered * 100, >, n_week * 80);
  g_assert_cmpuint (n_covered, <, n_week);
  g_assert_cmpuint (n_next_planned, ==, 0);
  g_assert_cmpuint (n_done * 100, >, n_past * 91);
}

/* A roster people could work: 11 hours from day to day, 35 where a day off lies between. */
static void
test_rest (void)
{
  g_autoptr (GwSample) sample = make (GW_SAMPLE_NEIGHBOURHOOD, 7);
  GPtrArray *records = gw_sample_get_records (sample);
  g_autoptr (GHashTable)
      last = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  guint n = 0, n_open = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const GwShift *shift = g_ptr_array_index (records, i);
      const GwShift *before;
      GwId colleague;
      if (gw_record_get_record_type (shift) != &gw_shift_type)
        continue;
      n++;
      if (!gw_shift_has_colleague (shift))
        {
          n_open++;
          continue;
        }
      colleague = gw_shift_get_colleague (shift);
      before = g_hash_table_lookup (last, &colleague);
      if (before != NULL)
        {
          gint days = gw_day_diff (gw_shift_get_day (shift), gw_shift_get_day (before));
          gint rest = days * 1440 + gw_shift_get_start (shift).value -
                      gw_shift_get_end (before).value;
          g_assert_cmpint (rest, >=, days == 1 ? 11 * 60 : 35 * 60);
        }
      g_hash_table_replace (last, g_memdup2 (&colleague, sizeof colleague), (gpointer) shift);
    }
  g_test_message ("%u of %u shifts open", n_open, n);
  g_assert_cmpuint (n_open * 100, <, n * 10);
}

static void
test_lists (void)
{
  g_autoptr (GwSample) sample = make (GW_SAMPLE_ONE_TEAM, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("gw-sample-XXXXXX", &error);
  static const char *const files[] = { "people.csv", "colleagues.csv", "visits.csv", "shifts.csv",
                                       "travel.csv" };
  GwDay monday;

  g_assert_no_error (error);
  g_assert_true (gw_day_from_iso ("2026-11-23", &monday));
  g_assert_true (gw_sample_write_csv (sample, folder, monday, gw_day_add (monday, 13), NULL,
                                      &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);
      g_autofree char *text = NULL;
      g_assert_true (g_file_get_contents (path, &text, NULL, &error));
      g_assert_nonnull (strstr (text, "\r\n"));
      g_assert_null (strstr (text, "key_safe"));
      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/repeats", test_repeats);
  g_test_add_func ("/sample/sizes", test_sizes);
  g_test_add_func ("/sample/whole", test_whole);
  g_test_add_func ("/sample/demand", test_demand);
  g_test_add_func ("/sample/rest", test_rest);
  g_test_add_func ("/sample/lists", test_lists);
  return g_test_run ();
}
