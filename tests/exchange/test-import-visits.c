/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Visits, regular visits and what really happened, from lists. */
#include "config.h"

#include "gw-import-team.h"

#include "gw-colleague.h"
#include "gw-competence.h"
#include "gw-person.h"
#include "gw-shift.h"
#include "gw-skill.h"
#include "gw-team.h"
#include "gw-travel-override.h"
#include "gw-visit-pattern.h"
#include "gw-visit.h"

#include <string.h>

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/import/visits", test_visits);
  g_test_add_func ("/exchange/import/moved", test_moved);
  g_test_add_func ("/exchange/import/regular", test_regular);
  g_test_add_func ("/exchange/import/actual", test_actual);
  return g_test_run ();
}
