/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists become records, once; bad rows are told with line, column and reason. */
#include "config.h"

#include "gw-import-world.h"

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

#define COLLEAGUES                                                                             \
  "Name,Contract hours,Skills,Driver,Email,Team\n"                                             \
  "Marta Zielińska,35,\"Medication (31/1/2027), Catheter care\",yes,m@x.example,Canal Side\n" \
  "\"Rathod, Dev\",28:30,Medication until 2027-03-01,cycle,,Canal Side\n"
#define PEOPLE                                                            \
  "First name;Surname;Address;Postcode;Lat;Long;Likes;Declined;Pets\n"    \
  "Rose;Tanner;14 Damson Close;HL1 2AB;52.166;-2.58;Marta;;dog, stairs\n" \
  "Ali;Rahman;2 Wharf Terrace;;52.17;-2.59;;Dev R;\n"

static void
bring (World *world)
{
  g_autoptr (GError) error = NULL;

  if (!world_run (world, &error))
    g_error ("%s", error->message);
}

static GwRecord *
find (World *world, const GwRecordType *type, guint field, const char *text)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, world->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (gw_record_get_record_type (record) == type &&
        g_str_equal (gw_record_get_text (record, field), text))
      return record;
  g_error ("there is no %s called %s", type->key, text);
}

static void
begin_with_team (World *world)
{
  world_init (world);
  world_begin (world);
  world_add_text (world, GW_IMPORT_PEOPLE, PEOPLE);
  world_add_text (world, GW_IMPORT_COLLEAGUES, COLLEAGUES);
  bring (world);
  g_assert_cmpuint (gw_import_report_get_n_problems (world->report), ==, 0);
}

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
  world_add_text (&world, GW_IMPORT_PEOPLE, PEOPLE);
  world_add_text (&world, GW_IMPORT_COLLEAGUES, COLLEAGUES);
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

#define VISITS                                                                       \
  "Client,Date,Start,End,Task,Carers required,Skills,Carer\n"                        \
  "Rose Tanner,24/11/2026,08:00,08:30,breakfast and medication,1,Medication,Marta\n" \
  "Ali Rahman,24 Nov 2026,46350.375,09:45,,,,Marta\n"                                \
  "Ali,2026-11-24,9.00,9:45,,,,Dev Rathod\n"                                         \
  "Rose,2026-11-25T08:00:00Z,2026-11-25T08:00:00Z,2026-11-25T08:45:00Z,,,,\n"        \
  "Rose,2026-07-01,2026-07-01T07:00Z,2026-07-01T07:30Z,,,,\n"

static void
test_visits (void)
{
  World world;
  const GwRecord *visit;
  GHashTableIter iter;
  gpointer record;
  guint n_double = 0, n_summer = 0;

  begin_with_team (&world);
  world_begin (&world);
  world_add_text (&world, GW_IMPORT_VISITS, VISITS);
  bring (&world);
  for (guint i = 0; i < gw_import_report_get_n_kept (world.report); i++)
    g_test_message ("%s", gw_import_report_get_problem (world.report, i)->reason);
  g_assert_cmpuint (gw_import_report_get_n_problems (world.report), ==, 0);
  g_assert_cmpuint (world_count (&world, &gw_visit_type), ==, 4);
  visit = find (&world, &gw_visit_type, GW_VISIT_PURPOSE, "breakfast and medication");
  g_assert_cmpint (gw_visit_get_duration (visit).value, ==, 30);
  g_assert_cmpint (gw_visit_get_start (visit).value, ==, 480);
  g_assert_cmpint (gw_visit_get_ideal (visit).value, ==, 480);
  g_assert_cmpuint (gw_visit_get_skills (visit).n, ==, 1);
  g_hash_table_iter_init (&iter, world.records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (gw_record_get_record_type (record) == &gw_visit_type)
      {
        /* Two rows, two colleagues: one visit that needs two. */
        n_double += gw_visit_get_colleagues (record).n == 2 &&
                    gw_visit_get_colleagues_needed (record) == 2;
        /* 07:00Z is 08:00 in a London summer. */
        n_summer += gw_visit_get_ideal (record).value == 480 &&
                    gw_visit_get_duration (record).value == 30 &&
                    gw_visit_get_colleagues (record).n == 0;
      }
  g_assert_cmpuint (n_double, ==, 1);
  g_assert_cmpuint (n_summer, ==, 1);
  world_begin (&world);
  world_add_text (&world, GW_IMPORT_VISITS, VISITS);
  bring (&world);
  g_assert_cmpuint (world_count (&world, &gw_visit_type), ==, 4);
  world_clear (&world);
}

/* A visit moved since it was brought in is found again. */
static void
test_moved (void)
{
  World world;
  GwRecord *visit;

  begin_with_team (&world);
  world_begin (&world);
  world_add_text (&world, GW_IMPORT_VISITS, VISITS);
  bring (&world);
  visit = find (&world, &gw_visit_type, GW_VISIT_PURPOSE, "breakfast and medication");
  {
    g_autoptr (GwDraft) draft = gw_draft_new_for (visit);
    gw_visit_set_day (draft, gw_day_add (gw_visit_get_day (visit), 1));
    gw_visit_set_start (draft, GW_HM (10, 0));
    world_put (&world, gw_draft_build (draft));
  }
  world_begin (&world);
  world_add_text (&world, GW_IMPORT_VISITS,
                  "Person,Date,Start,Minutes,Purpose\nRose,24/11/2026,08:00,45,\n");
  bring (&world);
  g_assert_cmpuint (world_count (&world, &gw_visit_type), ==, 4);
  visit = find (&world, &gw_visit_type, GW_VISIT_PURPOSE, "breakfast and medication");
  g_assert_cmpint (gw_visit_get_duration (visit).value, ==, 45);
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
                                      gw_day_add (spec.today, 12), &error));
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

/* Days in words or in columns; rows of one visit with other days are one; again changes nothing. */
static void
test_regular (void)
{
  static const char words[] = "Person,Days,Time,Minutes,What for\n"
                              "Rose Tanner,every Monday,08:00,30,breakfast\n"
                              "Rose Tanner,Tue,08:00,30,breakfast\n"
                              "Ali Rahman,Wed - Fri,07:30,45,getting up\n"
                              "Ali Rahman,every other Saturday,10:00,60,shopping\n"
                              "Ali Rahman,someday,10:00,60,shopping\n";
  static const char columns[] =
      "Client,Mon,Tue,Sun,Start,End,Task\nRose Tanner,x,,1,12:00,12:30,lunch\n";
  World world;
  const GwRecord *pattern;

  begin_with_team (&world);
  for (guint round = 0; round < 2; round++)
    {
      GwImportCounts *counts;

      world_begin (&world);
      world_add_text (&world, GW_IMPORT_REGULAR_VISITS, words);
      world_add_text (&world, GW_IMPORT_REGULAR_VISITS, columns);
      bring (&world);
      counts = gw_import_report_get_counts (world.report, GW_IMPORT_REGULAR_VISITS);
      g_assert_cmpuint (counts->n_skipped, ==, 1);
      g_assert_cmpuint (counts->n_new, ==, round == 0 ? 4 : 0);
      g_assert_cmpuint (counts->n_updated, ==, round == 0 ? 1 : 0);
    }
  g_assert_cmpuint (world_count (&world, &gw_visit_pattern_type), ==, 4);
  pattern = find (&world, &gw_visit_pattern_type, GW_VISIT_PATTERN_PURPOSE, "breakfast");
  g_assert_cmpint (gw_visit_pattern_get_weekdays (pattern), ==, 1 << GW_MONDAY | 1 << GW_TUESDAY);
  g_assert_cmpint (gw_visit_pattern_get_every_weeks (pattern), ==, 1);
  pattern = find (&world, &gw_visit_pattern_type, GW_VISIT_PATTERN_PURPOSE, "getting up");
  g_assert_cmpint (gw_visit_pattern_get_weekdays (pattern), ==,
                   1 << GW_WEDNESDAY | 1 << GW_THURSDAY | 1 << GW_FRIDAY);
  pattern = find (&world, &gw_visit_pattern_type, GW_VISIT_PATTERN_PURPOSE, "shopping");
  g_assert_cmpint (gw_visit_pattern_get_every_weeks (pattern), ==, 2);
  pattern = find (&world, &gw_visit_pattern_type, GW_VISIT_PATTERN_PURPOSE, "lunch");
  g_assert_cmpint (gw_visit_pattern_get_weekdays (pattern), ==, 1 << GW_MONDAY | 1 << GW_SUNDAY);
  g_assert_cmpint (gw_visit_pattern_get_duration (pattern).value, ==, 30);
  world_clear (&world);
}

/* What really happened, past midnight too; a visit somebody came to is done. */
static void
test_actual (void)
{
  World world;
  const GwRecord *visit;

  begin_with_team (&world);
  world_begin (&world);
  world_add_text (&world, GW_IMPORT_VISITS,
                  "Person,Date,Start,Minutes,Task,Check in,Check out\n"
                  "Rose Tanner,20/11/2026,23:40,30,night round,23:52,00:21\n");
  bring (&world);
  visit = find (&world, &gw_visit_type, GW_VISIT_PURPOSE, "night round");
  g_assert_cmpint (gw_visit_get_state (visit), ==, GW_VISIT_STATE_DONE);
  g_assert_cmpint (gw_visit_get_actual_start (visit).value, ==, 23 * 60 + 52);
  g_assert_cmpint (gw_visit_get_actual_end (visit).value, ==, 24 * 60 + 21);
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
  g_test_add_func ("/exchange/import/visits", test_visits);
  g_test_add_func ("/exchange/import/moved", test_moved);
  g_test_add_func ("/exchange/import/bad-rows", test_bad_rows);
  g_test_add_func ("/exchange/import/shifts", test_shifts);
  g_test_add_func ("/exchange/import/travel", test_travel);
  g_test_add_func ("/exchange/import/sample", test_sample);
  g_test_add_func ("/exchange/import/large", test_large);
  g_test_add_func ("/exchange/import/maps", test_maps);
  g_test_add_func ("/exchange/import/regular", test_regular);
  g_test_add_func ("/exchange/import/actual", test_actual);
  g_test_add_func ("/exchange/import/starter", test_starter);
  return g_test_run ();
}
