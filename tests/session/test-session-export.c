/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What leaves the program as files: a list comes back through the importer unchanged, calendars hold
 * shifts and no people, and a file that cannot be written is told in a sentence.
 */
#include "config.h"

#include "session-fixture.h"

#include "gw-await.h"

#include "gw-colleague.h"
#include "gw-error.h"
#include "gw-person.h"
#include "gw-session-edit.h"
#include "gw-session-export.h"
#include "gw-session-import.h"
#include "gw-session-jobs.h"
#include "gw-session-lists.h"
#include "gw-session-receive.h"
#include "gw-session-records.h"
#include "gw-shift.h"
#include "gw-visit.h"

#include <glib/gstdio.h>

static void
set_up (Fixture *self, gconstpointer data)
{
  GwImportSource sources[] = {
    { .target = GW_IMPORT_COLLEAGUES,
      .text = "Name\nMarta Zielińska\nDev Rathod\nDev Rathod-Hall\n" },
    { .target = GW_IMPORT_PEOPLE,
      .text = "Name,Address\nRose Tanner,1 Mill Lane\n=Bad Formula,2\n" },
    { .target = GW_IMPORT_SHIFTS,
      .text = "Colleague,Date,Start,End\nMarta Zielińska,2026-11-24,07:00,14:00\n" },
    { .target = GW_IMPORT_VISITS,
      .text =
          "Person,Date,Start,End,Colleague\nRose Tanner,2026-11-24,08:00,08:30,Marta Zielińska\n" },
  };
  g_autoptr (GwImportResult) result = NULL;

  fixture_set_up (self, data);
  result = gw_session_import_sync (self->session, sources, G_N_ELEMENTS (sources), NULL, NULL);
  g_assert_null (result->failure);
  g_assert_cmpuint (gw_import_report_get_n_problems (result->report), ==, 0);
}

static GFile *
in_folder (Fixture *self, const char *name)
{
  return g_file_new_build_filename (self->folder, name, NULL);
}

static char *
read_file (GFile *file)
{
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static gboolean
export_list (Fixture *self, const GwRecordType *type, GFile *file, GError **error)
{
  g_autoptr (GwQuery) query = gw_query_new (type);
  g_autoptr (GAsyncResult) result = NULL;

  gw_session_export_list_async (self->session, query, file, gw_await_keep, &result);
  gw_await (&result);
  return gw_session_export_list_finish (self->session, result, error);
}

static void
test_list (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = in_folder (self, "visits.csv");
  g_autoptr (GError) error = NULL;
  GwImportSource source = { .target = GW_IMPORT_VISITS, .file = file };
  g_autoptr (GwImportResult) again = NULL;
  g_autofree char *text = NULL;

  g_assert_true (export_list (self, &gw_visit_type, file, &error));
  g_assert_no_error (error);
  text = read_file (file);
  g_assert_nonnull (strstr (text, "Rose Tanner"));
  g_assert_nonnull (strstr (text, "Marta Zielińska"));
  again = gw_session_import_sync (self->session, &source, 1, NULL, NULL);
  g_assert_null (again->failure);
  g_assert_true (gw_id_is_none (again->group));
}

static void
test_formula (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = in_folder (self, "people.csv");
  g_autofree char *text = NULL;

  g_assert_true (export_list (self, &gw_person_type, file, NULL));
  text = read_file (file);
  g_assert_null (strstr (text, ",=Bad"));
  g_assert_null (strstr (text, "\n=Bad"));
}

static void
test_no_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = in_folder (self, "nowhere/people.csv");
  g_autoptr (GError) error = NULL;

  g_assert_false (export_list (self, &gw_person_type, file, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "could not be written"));
}

static void
test_calendars (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GFile) file = in_folder (self, "Marta Zielińska.ics");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  gw_session_export_calendars_async (self->session, gw_day_ymd (2026, 11, 23),
                                     gw_day_ymd (2026, 12, 20), folder, gw_await_keep, &result);
  gw_await (&result);
  g_assert_cmpint (gw_session_export_calendars_finish (self->session, result, &error), ==, 1);
  g_assert_no_error (error);
  text = read_file (file);
  g_assert_nonnull (strstr (text, "DTSTART:20261124T070000Z"));
  g_assert_null (strstr (text, "Rose"));
  g_assert_null (strstr (text, "Mill Lane"));
}

static GwSession *
receive (Fixture *self, GFile *file, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  gw_session_receive_team_async (g_file_peek_path (file), path, NULL, gw_await_keep, &result);
  gw_await (&result);
  if (!gw_session_receive_team_finish (result, error))
    return NULL;
  return gw_session_open_sync (path, GW_SESSION_NO_FLAGS, self->clock, error);
}

/* What one laptop writes, another takes over; never over a team that is there. */
static void
test_team (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = in_folder (self, "team.gwteam");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwQuery) query = gw_query_new (&gw_visit_type);
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (GwSession) other = NULL;

  gw_session_export_team_async (self->session, file, FALSE, gw_await_keep, &result);
  gw_await (&result);
  g_assert_true (gw_session_export_team_finish (self->session, result, &error));
  g_assert_no_error (error);
  other = receive (self, file, "other.gw", &error);
  g_assert_no_error (error);
  visits = gw_session_query_sync (other, query, NULL, &error);
  g_assert_cmpuint (visits->len, ==, 1);
  g_assert_true (gw_session_close_sync (other, NULL));
  g_assert_null (receive (self, file, "other.gw", &error));
  g_assert_nonnull (error);
}

static void
test_no_team (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = in_folder (self, "garbage.gwteam");
  g_autofree char *path = g_build_filename (self->folder, "other.gw", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "garbage", -1, NULL));
  g_assert_null (receive (self, file, "other.gw", &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "the right one"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_sheet (Fixture *self, gconstpointer data)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_person_type);
  g_autoptr (GPtrArray) people = gw_session_query_sync (self->session, query, NULL, NULL);
  GwSheetRequest request = { .kind = GW_SHEET_FRIDGE,
                             .who = gw_record_get_id (g_ptr_array_index (people, 0)),
                             .first_day = gw_day_ymd (2026, 11, 23),
                             .n_days = 7 };
  g_autoptr (GFile) file = in_folder (self, "sheet.pdf");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  gw_session_save_sheet_async (self->session, &request, file, gw_await_keep, &result);
  gw_await (&result);
  g_assert_true (gw_session_save_sheet_finish (self->session, result, &error));
  g_assert_no_error (error);
  text = read_file (file);
  g_assert_true (g_str_has_prefix (text, "%PDF-"));
}

static void
test_quoted (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "people.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GwQuery) query = gw_query_new (&gw_person_type);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fixture_add_person (self, "Rose");
  fixture_add_person (self, "Ali, \"the walker\"");
  gw_session_export_list_async (self->session, query, file, gw_await_keep, &result);
  g_assert_cmpuint (g_list_model_get_n_items (gw_session_get_jobs (self->session)), ==, 1);
  gw_await (&result);
  g_assert_true (gw_session_export_list_finish (self->session, result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (gw_session_get_jobs (self->session)), ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Rose"));
  g_assert_nonnull (strstr (text, "\"Ali, \"\"the walker\"\"\""));
}

static void
add_shift_of_marta (GwChange *change, GwDay day)
{
  g_autoptr (GwDraft) marta = gw_draft_new (&gw_colleague_type);
  g_autoptr (GwDraft) shift = gw_draft_new (&gw_shift_type);

  gw_colleague_set_first_name (marta, "Marta");
  gw_colleague_set_last_name (marta, "Nowak");
  gw_shift_set_colleague (shift, gw_draft_get_id (marta));
  gw_shift_set_day (shift, day);
  gw_shift_set_start (shift, GW_HM (7, 0));
  gw_shift_set_end (shift, GW_HM (14, 0));
  gw_change_add_draft (change, marta);
  gw_change_add_draft (change, shift);
}

/* Two colleagues of the same name each get a file. */
static void
test_two_of_a_name (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autofree char *first = g_build_filename (self->folder, "Marta Nowak.ics", NULL);
  g_autofree char *second = g_build_filename (self->folder, "Marta Nowak 2.ics", NULL);
  g_autoptr (GwChange) change = gw_change_new ("Add two");
  GwDay today = gw_clock_get_today (self->clock);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  add_shift_of_marta (change, today);
  add_shift_of_marta (change, today);
  fixture_submit (self, change);
  gw_session_export_calendars_async (self->session, today, gw_day_add (today, 7), folder,
                                     gw_await_keep, &result);
  gw_await (&result);
  g_assert_cmpint (gw_session_export_calendars_finish (self->session, result, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
}

#define ADD_OVER_LISTS(name, test) g_test_add (name, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_OVER_LISTS ("/session/export/list", test_list);
  ADD_OVER_LISTS ("/session/export/formula", test_formula);
  ADD_OVER_LISTS ("/session/export/no-folder", test_no_folder);
  ADD_OVER_LISTS ("/session/export/calendars", test_calendars);
  ADD_OVER_LISTS ("/session/export/team", test_team);
  ADD_OVER_LISTS ("/session/export/sheet", test_sheet);
  FIXTURE_ADD ("/session/export/no-team", test_no_team);
  FIXTURE_ADD ("/session/export/quoted", test_quoted);
  FIXTURE_ADD ("/session/export/two-of-a-name", test_two_of_a_name);
  return g_test_run ();
}
