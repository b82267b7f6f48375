/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists become records, once; bad rows are told with line, column and reason. */
#include "config.h"

#include "gw-import-team.h"

#include "gw-sample.h"

#include "gw-colleague.h"
#include "gw-competence.h"
#include "gw-person.h"
#include "gw-shift.h"
#include "gw-skill.h"
#include "gw-team.h"
#include "gw-travel-override.h"
#include "gw-visit-pattern.h"
#include "gw-visit.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_people (void)
{
  World world;
  const GwRecord *rose, *marta, *dev, *ali;

  begin_with_team (&world);
  marta = find (&world, &gw_colleague_type, GW_COLLEAGUE_FIRST_NAME, "Marta");
  dev = find (&world, &gw_colleague_type, GW_COLLEAGUE_FIRST_NAME, "Dev");
  rose = find (&world, &gw_person_type, GW_PERSON_FIRST_NAME, "Rose");
  ali = find (&world, &gw_person_type, GW_PERSON_FIRST_NAME, "Ali");
  g_assert_cmpstr (gw_colleague_get_last_name (dev), ==, "Rathod");
  g_assert_cmpint (gw_colleague_get_contract (marta).value, ==, 35 * 60);
  g_assert_cmpint (gw_colleague_get_contract (dev).value, ==, 28 * 60 + 30);
  g_assert_cmpint (gw_colleague_get_travel_mode (marta), ==, GW_TRAVEL_CAR);
  g_assert_cmpint (gw_colleague_get_travel_mode (dev), ==, GW_TRAVEL_BICYCLE);
  g_assert_cmpuint (world_count (&world, &gw_skill_type), ==, 2);
  g_assert_cmpuint (world_count (&world, &gw_competence_type), ==, 3);
  g_assert_cmpuint (world_count (&world, &gw_team_type), ==, 1);
  g_assert_cmpint (gw_person_get_location (rose).longitude, ==, -2580000);
  g_assert_cmpstr (gw_person_get_address (rose), ==, "14 Damson Close\nHL1 2AB");
  g_assert_true (GW_HAS_CHOICE (gw_person_get_home_features (rose), GW_HOME_STAIRS));
  g_assert_true (gw_ids_has (gw_person_get_preferred (rose), gw_record_get_id (marta)));
  g_assert_true (gw_ids_has (gw_person_get_declined (ali), gw_record_get_id (dev)));
  g_assert_true (world.ended);
  world_clear (&world);
}

static void
test_again (void)
{
  World world;
  guint n;

  begin_with_team (&world);
  n = g_hash_table_size (world.records);
  world_begin (&world);
  world_add_text (&world, GW_IMPORT_PEOPLE, LIST_OF_PEOPLE);
  world_add_text (&world, GW_IMPORT_COLLEAGUES, LIST_OF_COLLEAGUES);
  bring (&world);
  g_assert_cmpuint (world.n_operations, ==, 0);
  g_assert_cmpuint (g_hash_table_size (world.records), ==, n);
  g_assert_cmpuint (gw_import_report_get_counts (world.report, GW_IMPORT_PEOPLE)->n_unchanged, ==,
                    2);
  /* An empty cell empties nothing; another address changes one field of one record. */
  world_begin (&world);
  world_add_text (&world, GW_IMPORT_PEOPLE, "Name,Address,Phone\nROSE TANNER,9 Lantern Hill,\n");
  bring (&world);
  g_assert_cmpuint (world.n_operations, ==, 1);
  g_assert_cmpuint (g_hash_table_size (world.records), ==, n);
  g_assert_cmpstr (
      gw_person_get_address (find (&world, &gw_person_type, GW_PERSON_LAST_NAME, "TANNER")), ==,
      "9 Lantern Hill");
  world_clear (&world);
}

static void
test_bad_rows (void)
{
  World world;
  static const struct
  {
    guint64 line;
    const char *heading;
    const char *word;
  } expected[] = {
    { 2, "Person", "Nobody Here" },    { 3, "Date", "31/02/2026" },
    { 4, "Start", "quarter of nine" }, { 5, "Minutes", "a while" },
    { 6, "Colleague", "Zoltan" },      { 8, "", "Length" },
    { 9, "End", "before the start" },
  };

  begin_with_team (&world);
  world_begin (&world);
  world_add_text (&world, GW_IMPORT_VISITS,
                  "Person,Date,Start,Minutes,Colleague,End\n"
                  "Nobody Here,24/11/2026,08:00,30,,\n"
                  "Rose,31/02/2026,08:00,30,,\n"
                  "Rose,24/11/2026,quarter of nine,30,,\n"
                  "Rose,24/11/2026,08:00,a while,,\n"
                  "Rose,24/11/2026,08:00,30,Zoltan,\n"
                  "Rose,24/11/2026,08:00,30,Marta,\n"
                  "Rose,24/11/2026,12:00,,Marta,\n"
                  "Rose,25/11/2026,14:00,,Marta,13:00\n");
  bring (&world);
  g_assert_cmpuint (world_count (&world, &gw_visit_type), ==, 1);
  g_assert_cmpuint (gw_import_report_get_counts (world.report, GW_IMPORT_VISITS)->n_skipped, ==, 6);
  g_assert_cmpuint (gw_import_report_get_n_problems (world.report), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const GwImportProblem *problem = gw_import_report_get_problem (world.report, i);
      g_autofree char *sentence = gw_import_problem_dup_sentence (problem);
      g_test_message ("%s", sentence);
      g_assert_cmpuint (problem->line, ==, expected[i].line);
      g_assert_cmpstr (problem->heading, ==, expected[i].heading);
      g_assert_nonnull (strstr (sentence, expected[i].word));
    }
  {
    g_autofree char *summary = gw_import_report_dup_summary (world.report);
    g_assert_cmpstr (summary, ==,
                     "Visits: 8 rows: 1 new, 1 changed, 0 as before. 6 rows were left out.");
  }
  world_clear (&world);
}

static void
test_shifts (void)
{
  World world;
  static const char list[] =
      "Day\tTimes\tStaff\n24/11/2026\t7-14\tMarta\n24/11/2026\t22:00-07:00\t\n"
      "24/11/2026\t22:00-07:00\t\n";

  begin_with_team (&world);
  for (guint i = 0; i < 2; i++)
    {
      world_begin (&world);
      world_add_text (&world, GW_IMPORT_SHIFTS, list);
      bring (&world);
      g_assert_cmpuint (gw_import_report_get_n_problems (world.report), ==, 0);
      g_assert_cmpuint (world_count (&world, &gw_shift_type), ==, 3);
    }
  g_assert_cmpuint (world.n_operations, ==, 0);
  /* Other times for the only shift of the day change it. */
  world_begin (&world);
  world_add_text (&world, GW_IMPORT_SHIFTS,
                  "Date,Start,End,Colleague\n24/11/2026,15:00,22:00,Marta Z\n");
  bring (&world);
  g_assert_cmpuint (world_count (&world, &gw_shift_type), ==, 3);
  g_assert_cmpuint (world.n_operations, ==, 1);
  world_clear (&world);
}

static void
test_travel (void)
{
  World world;

  begin_with_team (&world);
  for (guint i = 0; i < 2; i++)
    {
      world_begin (&world);
      world_add_text (&world, GW_IMPORT_TRAVEL,
                      "From,To,Minutes,By\nRose,Ali,7,car\nAli,Rose,9,bike\n");
      world_add_text (&world, GW_IMPORT_TRAVEL, ",Rose Tanner,Ali Rahman\nRose,0,11\nAli,12,0\n");
      bring (&world);
      g_assert_cmpuint (gw_import_report_get_n_problems (world.report), ==, 0);
      g_assert_cmpuint (world_count (&world, &gw_travel_override_type), ==, 4);
    }
  world_clear (&world);
}

/* What the sample writes comes back whole, and coming back twice changes nothing. */
static void
test_sample (void)
{
  GwSampleSpec spec = { .kind = GW_SAMPLE_ONE_TEAM, .seed = 1 };
  g_autoptr (GwSample) sample = NULL;
  g_autofree char *folder = g_dir_make_tmp ("gw-import-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  World world;
  guint n = 0;

  g_assert_true (gw_day_from_iso ("2026-11-24", &spec.today));
  sample = gw_sample_new (&spec);
  g_assert_true (gw_sample_write_csv (sample, folder, gw_day_get_week_start (spec.today),
                                      gw_day_add (spec.today, 12), NULL, &error));
  world_init (&world);
  for (guint round = 0; round < 2; round++)
    {
      g_autofree char *summary = NULL;
      world_begin (&world);
      for (guint t = 0; t < GW_IMPORT_N_TARGETS; t++)
        {
          g_autofree char *name = g_strdup_printf ("%s/%s.csv", folder,
                                                   gw_import_target_get_key ((GwImportTarget) t));
          g_autofree char *text = NULL;

          /* The sample's lists are weeks as they were planned. */
          if (t == GW_IMPORT_REGULAR_VISITS)
            continue;
          g_assert_true (g_file_get_contents (name, &text, NULL, &error));
          world_add_text (&world, (GwImportTarget) t, text);
          if (round == 1)
            g_unlink (name);
        }
      bring (&world);
      for (guint i = 0; i < gw_import_report_get_n_kept (world.report); i++)
        {
          g_autofree char *sentence = gw_import_problem_dup_sentence (
              gw_import_report_get_problem (world.report, i));
          g_test_message ("%s", sentence);
        }
      summary = gw_import_report_dup_summary (world.report);
      g_test_message ("%s", summary);
      g_assert_cmpuint (gw_import_report_get_n_problems (world.report), ==, 0);
      g_assert_cmpuint (world_count (&world, &gw_person_type), ==, 18);
      g_assert_cmpuint (world_count (&world, &gw_colleague_type), ==, 12);
      if (round == 0)
        n = g_hash_table_size (world.records);
    }
  g_assert_cmpuint (g_hash_table_size (world.records), ==, n);
  g_assert_cmpuint (world.n_operations, ==, 0);
  g_rmdir (folder);
  world_clear (&world);
}

static void
test_large (void)
{
  World world;
  g_autoptr (GString) text = g_string_new ("Person,Date,Start,Minutes\n");

  begin_with_team (&world);
  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, "%s,%d,%02u:%02u,30\n", i % 2 ? "Rose" : "Ali",
                            46350 + (gint) i / 20, 7 + i % 20 / 2, i % 2 * 30);
  world_begin (&world);
  world_add_text (&world, GW_IMPORT_VISITS, text->str);
  bring (&world);
  g_assert_cmpuint (world.n_slices, ==, 4);
  g_assert_true (world.ended);
  g_assert_cmpuint (world_count (&world, &gw_visit_type), ==, 2000);
  g_assert_cmpint (gw_import_get_permille (world.import), ==, 1000);
  world_clear (&world);
}

static void
test_maps (void)
{
  static const char *const headings[] = { "Service User", "Visit Date", "When", "Mins", "Odd one" };
  g_autoptr (GwColumnMap) map = gw_column_map_new (GW_IMPORT_VISITS, headings, 5);
  g_autoptr (GwColumnMap) other = NULL;
  g_autofree char *text = NULL;
  static const char *const moved[] = { "x", "Mins", "When", "Service User", "Visit Date" };
  GwImportTarget target;

  g_assert_cmpint (gw_column_map_get_column (map, GW_IMPORT_VISIT_PERSON), ==, 0);
  g_assert_cmpint (gw_column_map_get_column (map, GW_IMPORT_VISIT_DAY), ==, 1);
  g_assert_cmpint (gw_column_map_get_column (map, GW_IMPORT_VISIT_DURATION), ==, 3);
  g_assert_cmpint (gw_column_map_get_field (map, 4), ==, -1);
  gw_column_map_set_column (map, GW_IMPORT_VISIT_START, 2);
  text = gw_column_map_to_text (map);
  other = gw_column_map_new (GW_IMPORT_VISITS, moved, 5);
  g_assert_cmpuint (gw_column_map_apply_text (other, text), ==, 4);
  g_assert_cmpint (gw_column_map_get_column (other, GW_IMPORT_VISIT_START), ==, 2);
  g_assert_cmpint (gw_column_map_get_column (other, GW_IMPORT_VISIT_DAY), ==, 4);
  g_assert_cmpuint (gw_column_map_apply_text (other, "nonsense\nstart=\\\n=\n"), ==, 0);
  g_assert_true (gw_column_map_guess_target (headings, 5, &target));
  g_assert_cmpint (target, ==, GW_IMPORT_VISITS);
}

/* Names of pictures, signs and other scripts' vowels are names of their own. */
static void
test_unusual_names (void)
{
  static const char *const text =
      "Name\n🙂\n🎂\n👩🏽‍🦽 K\n- K\n(x) K\nरिता\nरीता\n"
      "שרה\nשָׂרָה\nÉva\nEVA\n--\n**\n";
  World world;

  begin_with_team (&world);
  world_begin (&world);
  world_add_text (&world, GW_IMPORT_PEOPLE, text);
  bring (&world);
  g_assert_cmpuint (gw_import_report_get_counts (world.report, GW_IMPORT_PEOPLE)->n_new, ==, 11);
  g_assert_cmpuint (gw_import_report_get_n_problems (world.report), ==, 0);
  world_begin (&world);
  world_add_text (&world, GW_IMPORT_PEOPLE, text);
  bring (&world);
  g_assert_cmpuint (gw_import_report_get_counts (world.report, GW_IMPORT_PEOPLE)->n_new, ==, 0);
  world_clear (&world);
}

/* Who started the team by first name is the one whom the list calls by the whole name. */
static void
test_starter (void)
{
  World world;
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_colleague_type);

  world_init (&world);
  gw_draft_set_text (draft, GW_COLLEAGUE_FIRST_NAME, "Amina");
  world_put (&world, gw_draft_build (draft));
  for (guint round = 0; round < 2; round++)
    {
      world_begin (&world);
      world_add_text (&world, GW_IMPORT_COLLEAGUES, "Name\nAmina Yusuf\nAmina Khan\n");
      bring (&world);
      g_assert_cmpuint (world_count (&world, &gw_colleague_type), ==, 2);
      g_assert_cmpuint (gw_import_report_get_n_problems (world.report), ==, round == 0 ? 1 : 0);
    }
  world_clear (&world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/import/people", test_people);
  g_test_add_func ("/exchange/import/again", test_again);
  g_test_add_func ("/exchange/import/unusual-names", test_unusual_names);
  g_test_add_func ("/exchange/import/bad-rows", test_bad_rows);
  g_test_add_func ("/exchange/import/shifts", test_shifts);
  g_test_add_func ("/exchange/import/travel", test_travel);
  g_test_add_func ("/exchange/import/sample", test_sample);
  g_test_add_func ("/exchange/import/large", test_large);
  g_test_add_func ("/exchange/import/maps", test_maps);
  g_test_add_func ("/exchange/import/starter", test_starter);
  return g_test_run ();
}
