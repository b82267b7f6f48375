/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists out: nothing sealed, nothing that runs; calendars that libical reads back right. */
#include "config.h"

#include "gw-import-world.h"

#include "gw-csv-writer.h"
#include "gw-ical-writer.h"

#include "gw-absence.h"
#include "gw-colleague.h"
#include "gw-person.h"
#include "gw-shift.h"

#include <libical/ical.h>
#include <string.h>

static GwRecord *
make_shift (const char *iso, gint start, gint end)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_shift_type);
  GwDay day;

  g_assert_true (gw_day_from_iso (iso, &day));
  gw_shift_set_day (draft, day);
  gw_shift_set_start (draft, GW_MINUTE (start));
  gw_shift_set_end (draft, GW_MINUTE (end));
  return gw_draft_build (draft);
}

static char *
write_calendar (GPtrArray *shifts, GPtrArray *absences, const char *name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  GwIcalSettings settings = { .zone = zone,
                              .calendar_name = name,
                              .stamp = { G_GINT64_CONSTANT (1763978400000000) } };

  return gw_ical_write (shifts, absences, &settings);
}

static gint
measure_first_event (const char *text)
{
  icalcomponent *calendar = icalparser_parse_string (text);
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  gint minutes;

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_nonnull (event);
  minutes = (gint) (icaltime_as_timet (icalcomponent_get_dtend (event)) -
                    icaltime_as_timet (icalcomponent_get_dtstart (event))) /
            60;
  icalcomponent_free (calendar);
  return minutes;
}

/* A night is 9 hours, 8 when the clocks go forward, 10 when they go back. */
static void
test_clock_changes (void)
{
  static const struct
  {
    const char *day;
    gint minutes;
  } nights[] = {
    { "2026-11-24", 540 },
    { "2026-03-28", 480 },
    { "2026-10-24", 600 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      g_autoptr (GPtrArray)
          shifts = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
      g_autofree char *text = NULL;
      g_ptr_array_add (shifts, make_shift (nights[i].day, 22 * 60, 31 * 60));
      text = write_calendar (shifts, NULL, NULL);
      g_assert_cmpint (measure_first_event (text), ==, nights[i].minutes);
    }
}

static void
test_calendar (void)
{
  g_autoptr (GPtrArray) shifts = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  g_autoptr (GPtrArray)
      absences = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  g_autoptr (GwDraft) away = gw_draft_new (&gw_absence_type);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_auto (GStrv) lines = NULL;

  g_ptr_array_add (shifts, make_shift ("2026-07-01", 420, 840));
  gw_draft_set_integer (away, GW_ABSENCE_KIND, GW_ABSENCE_AWAY);
  gw_draft_set_integer (away, GW_ABSENCE_STATE, GW_ABSENCE_APPROVED);
  gw_draft_set_integer (away, GW_ABSENCE_FIRST_DAY, 9900);
  gw_draft_set_text (away, GW_ABSENCE_NOTE, "sick with flu");
  g_ptr_array_add (absences, gw_draft_build (away));
  first = write_calendar (shifts, absences,
                          "Marta’s shifts, as of today; a name long enough to need "
                          "folding with ł and ó in it 🙂🙂🙂🙂🙂🙂🙂🙂🙂");
  second = write_calendar (shifts, absences, NULL);
  g_assert_nonnull (strstr (first, "DTSTART:20260701T060000Z"));
  g_assert_nonnull (strstr (first, "SUMMARY:Away"));
  g_assert_null (strstr (first, "flu"));
  g_assert_null (strstr (first, "DESCRIPTION"));
  g_assert_true (g_utf8_validate (first, -1, NULL));
  lines = g_strsplit (first, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      /* The same UID every time. */
      if (g_str_has_prefix (lines[i], "UID:"))
        g_assert_nonnull (strstr (second, lines[i]));
    }
  g_assert_cmpint (measure_first_event (first), ==, 420);
}

static void
test_csv_cells (void)
{
  static const struct
  {
    const char *text, *cell;
  } cases[] = {
    { "plain", "plain" },
    { "a,b", "\"a,b\"" },
    { "say \"x\"", "\"say \"\"x\"\"\"" },
    { "=1+1", "\"'=1+1\"" },
    { "@SUM", "\"'@SUM\"" },
    { "-2.58", "-2.58" },
    { "+44 7700", "\"'+44 7700\"" },
    { "-cmd|x", "\"'-cmd|x\"" },
    { "", "" },
    { "-", "\"'-\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      gw_csv_append_cell (line, cases[i].text);
      g_assert_cmpstr (line->str, ==, cases[i].cell);
    }
}

static char *
name_colleague (GwId id, const GwField *field, gpointer data)
{
  return g_str_equal (field->key, "team") ? g_strdup ("Canal Side") : NULL;
}

/* What is written is read back onto the same records, and the key safe is not in it. */
static void
test_csv_round (void)
{
  World world;
  GwId team = gw_id_new ();
  g_autoptr (GwDraft) rose = gw_draft_new (&gw_person_type);
  g_autoptr (GwDraft) marta = gw_draft_new (&gw_colleague_type);
  g_autoptr (GString) people = g_string_new (NULL);
  g_autoptr (GString) colleagues = g_string_new (NULL);
  g_autoptr (GwRecord) person = NULL;
  g_autoptr (GwRecord) colleague = NULL;
  g_autoptr (GError) error = NULL;
  GwGeoPoint home = { 52166000, -2580000 };

  gw_person_set_first_name (rose, "=Rose");
  gw_person_set_last_name (rose, "Tanner, \"Rosie\"");
  gw_person_set_key_safe (rose, "4711-secret");
  gw_person_set_location (rose, home);
  gw_person_set_address (rose, "14 Damson Close\nHartlow");
  gw_person_set_home_features (rose, GW_CHOICE_BIT (GW_HOME_DOG) | GW_CHOICE_BIT (GW_HOME_STAIRS));
  gw_colleague_set_first_name (marta, "Marta");
  gw_colleague_set_team (marta, team);
  gw_colleague_set_contract (marta, GW_SPAN (35 * 60 + 30));
  gw_colleague_set_phone (marta, "+44 7700 900123");
  person = gw_draft_build (rose);
  colleague = gw_draft_build (marta);
  gw_csv_append_headings (people, &gw_person_type);
  gw_csv_append_record (people, person, NULL, NULL);
  gw_csv_append_headings (colleagues, &gw_colleague_type);
  gw_csv_append_record (colleagues, colleague, name_colleague, NULL);
  g_assert_null (strstr (people->str, "secret"));
  g_assert_null (strstr (people->str, "key_safe"));
  g_assert_nonnull (strstr (colleagues->str, "Canal Side"));
  g_assert_nonnull (strstr (colleagues->str, "35.50"));

  world_init (&world);
  world_put (&world, gw_record_ref (person));
  world_begin (&world);
  world_add_text (&world, GW_IMPORT_PEOPLE, people->str);
  g_assert_true (world_run (&world, &error));
  for (guint i = 0; i < gw_import_report_get_n_kept (world.report); i++)
    g_test_message ("%s: %s", gw_import_report_get_problem (world.report, i)->heading,
                    gw_import_report_get_problem (world.report, i)->reason);
  g_assert_cmpuint (gw_import_report_get_n_problems (world.report), ==, 0);
  g_assert_cmpuint (world.n_operations, ==, 0);
  world_begin (&world);
  world_add_text (&world, GW_IMPORT_COLLEAGUES, colleagues->str);
  g_assert_true (world_run (&world, &error));
  g_assert_cmpuint (gw_import_report_get_n_problems (world.report), ==, 0);
  g_assert_cmpuint (world_count (&world, &gw_colleague_type), ==, 1);
  world_clear (&world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/ical/clock-changes", test_clock_changes);
  g_test_add_func ("/exchange/ical/calendar", test_calendar);
  g_test_add_func ("/exchange/csv-writer/cells", test_csv_cells);
  g_test_add_func ("/exchange/csv-writer/round", test_csv_round);
  return g_test_run ();
}
