/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets with names down and days across, as teams have them. */
#include "config.h"

#include "gw-import-world.h"
#include "gw-week-sheet.h"

#include "gw-absence.h"
#include "gw-colleague.h"
#include "gw-error.h"
#include "gw-shift.h"

#include <string.h>

static GwDay
monday (void)
{
  GwDay day;

  g_assert_true (gw_day_from_iso ("2026-11-23", &day));
  return day;
}

static const char pasted[] = "Canal Side rota\t\t\t\t\t\t\t\n"
                             "E = 07:00-14:00\t\t\t\tL: 15:00-22:00\t\t\t\n"
                             "No\tName\tMon\tTue\tWed\tThu\tFri\tSat\tSun\n"
                             "1\tMarta Zielińska\tE\tE\tA/L\tA/L\tAL\tOFF\t\n"
                             "2\tDev\t15-22\tL\tx\tSick\t07:00–14:00\tTraining\tRD\n"
                             "3\tPriya\t7-11 / 16-20\tQQ\t\t\t\t\t\n"
                             "\tTotal\t\t\t\t\t\t\t\n";

static GwId
put_colleague (World *world, const char *first, const char *last)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_colleague_type);

  gw_colleague_set_first_name (draft, first);
  gw_colleague_set_last_name (draft, last);
  world_put (world, gw_draft_build (draft));
  return gw_draft_get_id (draft);
}

static GwImportReport *
build (World *world, GwWeekSheet *sheet, GwSheetNewNames new_names)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  GwImportSettings settings = { .today = monday (), .zone = zone };
  GwImportReport *report = gw_import_report_new ();
  g_autoptr (GwImportIndex) index = gw_import_index_new ();
  g_autoptr (GPtrArray) changes = NULL;
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, world->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    gw_import_index_put (index, record);
  changes = gw_week_sheet_build (sheet, index, &settings, new_names, report);
  world->ended = FALSE;
  world->n_operations = 0;
  for (guint i = 0; i < changes->len; i++)
    world_apply (world, g_ptr_array_index (changes, i));
  return report;
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GwWeekSheet) sheet = gw_week_sheet_read_text (pasted, monday (), &error);
  g_autofree char *legend = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (gw_week_sheet_get_n_days (sheet), ==, 7);
  g_assert_cmpint (gw_day_diff (gw_week_sheet_get_day (sheet, 6), monday ()), ==, 6);
  g_assert_cmpuint (gw_week_sheet_get_n_rows (sheet), ==, 4);
  g_assert_cmpstr (gw_week_sheet_get_name (sheet, 1), ==, "Dev");
  g_assert_cmpstr (gw_week_sheet_get_cell (sheet, 1, 0), ==, "15-22");
  legend = gw_week_sheet_legend_to_text (sheet);
  g_assert_nonnull (strstr (legend, "e=07:00-14:00\n"));
  g_assert_nonnull (strstr (legend, "l=15:00-22:00\n"));
  g_assert_nonnull (strstr (legend, "al=leave\n"));
  g_assert_nonnull (strstr (legend, "qq=\n"));
}

static void
test_build (void)
{
  World world;
  g_autoptr (GwWeekSheet) sheet = gw_week_sheet_read_text (pasted, monday (), NULL);

  world_init (&world);
  put_colleague (&world, "Marta", "Zielińska");
  put_colleague (&world, "Dev", "Rathod");
  put_colleague (&world, "Priya", "Menon");
  {
    g_autoptr (GwImportReport) report = build (&world, sheet, GW_SHEET_LIST_NEW_NAMES);
    /* Marta 2, Dev 3, Priya 2; leave is one absence, sick and training two more. */
    g_assert_cmpuint (world_count (&world, &gw_shift_type), ==, 7);
    g_assert_cmpuint (world_count (&world, &gw_absence_type), ==, 3);
    g_assert_cmpuint (gw_import_report_get_n_problems (report), ==, 1);
    g_assert_nonnull (strstr (gw_import_report_get_problem (report, 0)->reason, "QQ"));
    g_assert_cmpuint (gw_import_report_get_problem (report, 0)->line, ==, 6);
    g_assert_true (world.ended);
  }
  /* Somebody says what QQ means; nothing else is made again. */
  gw_week_sheet_apply_legend (sheet, "qq=10:00-17:00\n");
  {
    g_autoptr (GwImportReport) report = build (&world, sheet, GW_SHEET_LIST_NEW_NAMES);
    g_assert_cmpuint (world.n_operations, ==, 1);
    g_assert_cmpuint (world_count (&world, &gw_shift_type), ==, 8);
    g_assert_cmpuint (gw_import_report_get_n_problems (report), ==, 0);
  }
  world_clear (&world);
}

/* Leave stays leave where the sheet says sick; what goes beyond it is new, and is said. */
static void
test_away_once (void)
{
  World world;
  g_autoptr (GwWeekSheet) sheet = gw_week_sheet_read_text (
      "Who\t23/11/2026\t24/11/2026\t25/11/2026\t26/11/2026\nDev\tS\tS\tS\tS\n", monday (), NULL);
  g_autoptr (GwDraft) leave = gw_draft_new (&gw_absence_type);
  GHashTableIter iter;
  GwRecord *record;

  world_init (&world);
  gw_absence_set_colleague (leave, put_colleague (&world, "Dev", "Rathod"));
  gw_absence_set_kind (leave, GW_ABSENCE_LEAVE);
  gw_absence_set_state (leave, GW_ABSENCE_APPROVED);
  gw_absence_set_first_day (leave, gw_day_add (monday (), -3));
  gw_absence_set_last_day (leave, gw_day_add (monday (), 1));
  world_put (&world, gw_draft_build (leave));
  g_autoptr (GwImportReport) report = build (&world, sheet, GW_SHEET_LIST_NEW_NAMES);
  g_assert_cmpuint (world_count (&world, &gw_absence_type), ==, 2);
  g_assert_cmpuint (gw_import_report_get_n_problems (report), ==, 1);
  g_assert_nonnull (strstr (gw_import_report_get_problem (report, 0)->reason, "Another time away"));
  g_hash_table_iter_init (&iter, world.records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    if (gw_record_get_record_type (record) == &gw_absence_type &&
        gw_absence_get_kind (record) == GW_ABSENCE_AWAY)
      g_assert_cmpint (gw_day_diff (gw_absence_get_first_day (record), monday ()), ==, 2);
  world_clear (&world);
}

static void
test_new_names (void)
{
  World world;
  g_autoptr (GwWeekSheet) sheet = gw_week_sheet_read_text (
      "Who,24/11/2026,25/11/2026\nAda Lorne,E,L\n", monday (), NULL);

  world_init (&world);
  {
    g_autoptr (GwImportReport) report = build (&world, sheet, GW_SHEET_LIST_NEW_NAMES);
    g_assert_cmpuint (gw_import_report_get_n_problems (report), ==, 1);
    g_assert_cmpuint (g_hash_table_size (world.records), ==, 0);
  }
  {
    g_autoptr (GwImportReport) report = build (&world, sheet, GW_SHEET_MAKE_NEW_NAMES);
    g_assert_cmpuint (gw_import_report_get_n_problems (report), ==, 0);
    g_assert_cmpuint (world_count (&world, &gw_colleague_type), ==, 1);
    g_assert_cmpuint (world_count (&world, &gw_shift_type), ==, 2);
  }
  world_clear (&world);
}

static void
test_headings (void)
{
  static const struct
  {
    const char *text;
    gint last;
    guint n;
  } cases[] = {
    { "Name,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Mon,Tue\nA,,,,,,,,,\n", 8, 9 },
    { "Name,23,24,25\nA,,,\n", 2, 3 },
    { "Name,Mon 23/11,Tue 24/11\nA,,\n", 1, 2 },
    { "Name;2026-11-23;2026-11-24\nA;;\n", 1, 2 },
    { "Name,Mon,Tue\n,30/11/2026,01/12/2026\nA,,\n", 8, 2 },
    { "Name,23-Nov,24-Nov\nA,,\n", 1, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GwWeekSheet) sheet = gw_week_sheet_read_text (cases[i].text, monday (), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (gw_week_sheet_get_n_days (sheet), ==, cases[i].n);
      g_assert_cmpint (gw_day_diff (gw_week_sheet_get_day (sheet, cases[i].n - 1), monday ()), ==,
                       cases[i].last);
    }
}

static void
test_no_sheet (void)
{
  static const char *const texts[] = { "", "one,two\nthree,four\n", "a\nb\nc\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (gw_week_sheet_read_text (texts[i], monday (), &error));
      g_assert_error (error, GW_ERROR, GW_ERROR_INVALID);
    }
}

static gboolean
is_likely (const char *const *lines)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (rows, g_strsplit (lines[i], ",", -1));
  return gw_week_sheet_is_likely (rows);
}

/* Sheets and lists that look a little like each other. */
static void
test_likely (void)
{
  static const char *const sheet[] = { "Name,Mon 1/2/2027,Tue 2/2/2027,Wed 3/2/2027",
                                       "Marta,E,OFF,07:00-14:00", NULL };
  static const char *const titled[] = { "Rota of Canal Side,,,", "Name,Mon,Tue,Wed", "Marta,x,,",
                                        "Dev,,7-14,L", NULL };
  static const char *const regular[] = { "Person,Start,Minutes,Mon,Tue,Wed", "Rose,08:00,30,x,,yes",
                                         NULL };
  static const char *const visits[] = { "Person,Date,Start,Minutes", "Rose,24/11/2026,08:00,30",
                                        "Ali,24/11/2026,09:00,15", NULL };
  static const char *const matrix[] = { ",Rose,Ali,May", "Rose,0,11,12", NULL };
  static const char *const nothing[] = { NULL };

  g_assert_true (is_likely (sheet));
  g_assert_true (is_likely (titled));
  g_assert_false (is_likely (regular));
  g_assert_false (is_likely (visits));
  g_assert_false (is_likely (matrix));
  g_assert_false (is_likely (nothing));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/sheet/read", test_read);
  g_test_add_func ("/exchange/sheet/build", test_build);
  g_test_add_func ("/exchange/sheet/new-names", test_new_names);
  g_test_add_func ("/exchange/sheet/away-once", test_away_once);
  g_test_add_func ("/exchange/sheet/headings", test_headings);
  g_test_add_func ("/exchange/sheet/no-sheet", test_no_sheet);
  g_test_add_func ("/exchange/sheet/likely", test_likely);
  return g_test_run ();
}
