/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists brought into an open team: twice doubles nothing, bad rows are told with line and column, a
 * stop leaves one act that can be taken back, and so does the whole.
 */
#include "config.h"

#include "session-fixture.h"

#include "gw-await.h"

#include "gw-colleague.h"
#include "gw-error.h"
#include "gw-person.h"
#include "gw-session-edit.h"
#include "gw-session-import-preview.h"
#include "gw-session-import.h"
#include "gw-session-jobs.h"
#include "gw-session-records.h"
#include "gw-shift.h"
#include "gw-visit.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static const char people[] = "Name,Address\n"
                             "Rose Tanner,\"1 Mill Lane\nHartlow\"\n"
                             "Ali Rahman,2 Mill Lane\n";
static const char visits[] = "Person,Date,Start,End,Colleagues needed\n"
                             "Rose Tanner,2026-11-24,08:00,08:30,1\n"
                             "Ali Rahman,24/11/2026,08:40,09:25,2\n"
                             "Nobody Known,24/11/2026,09:40,10:25,1\n"
                             "Rose Tanner,32/11/2026,12:00,12:30,1\n";

static GwImportResult *
import_text (Fixture *self, GwImportTarget target, const char *text)
{
  GwImportSource source = { .target = target, .text = text };

  return gw_session_import_sync (self->session, &source, 1, NULL, NULL);
}

static void
undo_import (Fixture *self, GwId group)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  gw_session_undo_import_async (self->session, group, gw_await_keep, &result);
  gw_await (&result);
  label = gw_session_undo_finish (self->session, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (label);
}

static void
test_twice (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GwImportResult) first = import_text (self, GW_IMPORT_PEOPLE, people);
      g_autoptr (GwImportResult) second = import_text (self, GW_IMPORT_VISITS, visits);
      const GwImportCounts *counts = gw_import_report_get_counts (first->report, GW_IMPORT_PEOPLE);

      g_assert_null (first->failure);
      g_assert_null (second->failure);
      g_assert_cmpuint (counts->n_new, ==, i == 0 ? 2 : 0);
      g_assert_cmpuint (counts->n_unchanged, ==, i == 0 ? 0 : 2);
      g_assert_true (gw_id_is_none (first->group) == (i == 1));
      g_assert_true (gw_id_is_none (second->group) == (i == 1));
      g_assert_false (first->has_day);
      g_assert_cmpint (second->has_day, ==, i == 0);
    }
  g_assert_cmpuint (fixture_count (self, &gw_person_type), ==, 2);
  g_assert_cmpuint (fixture_count (self, &gw_visit_type), ==, 2);
}

/* Of what is new the day is told that a reader who has today before them would be led to. */
static void
test_day (Fixture *self, gconstpointer data)
{
  g_autoptr (GwImportResult) first = import_text (self, GW_IMPORT_PEOPLE, people);
  g_autoptr (GwImportResult) past = import_text (self, GW_IMPORT_VISITS,
                                                 "Person,Date,Start,End\n"
                                                 "Rose Tanner,2026-11-10,08:00,08:30\n"
                                                 "Rose Tanner,2026-11-12,08:00,08:30\n"
                                                 "Rose Tanner,2026-11-11,08:00,08:30\n");
  g_autoptr (GwImportResult) both = import_text (self, GW_IMPORT_VISITS,
                                                 "Person,Date,Start,End\n"
                                                 "Rose Tanner,2026-11-13,08:00,08:30\n"
                                                 "Rose Tanner,2026-12-02,08:00,08:30\n"
                                                 "Rose Tanner,2026-11-30,08:00,08:30\n"
                                                 "Ali Rahman,2026-11-14,08:40,09:25\n");

  g_assert_null (past->failure);
  g_assert_true (past->has_day);
  g_assert_cmpint (gw_day_compare (past->day, gw_day_ymd (2026, 11, 12)), ==, 0);
  g_assert_null (both->failure);
  g_assert_true (both->has_day);
  g_assert_cmpint (gw_day_compare (both->day, gw_day_ymd (2026, 11, 30)), ==, 0);
}

static void
test_bad_rows (Fixture *self, gconstpointer data)
{
  g_autoptr (GwImportResult) first = import_text (self, GW_IMPORT_PEOPLE, people);
  g_autoptr (GwImportResult) second = import_text (self, GW_IMPORT_VISITS, visits);
  const GwImportProblem *problem;

  g_assert_cmpuint (gw_import_report_get_n_problems (second->report), ==, 2);
  problem = gw_import_report_get_problem (second->report, 0);
  g_assert_cmpuint (problem->line, ==, 4);
  g_assert_cmpstr (problem->heading, ==, "Person");
  problem = gw_import_report_get_problem (second->report, 1);
  g_assert_cmpuint (problem->line, ==, 5);
  g_assert_cmpuint (problem->column, ==, 2);
  g_assert_cmpstr (problem->reason, !=, "");
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (GwImportResult) first = import_text (self, GW_IMPORT_PEOPLE, people);
  GwImportSource sources[] = {
    { .target = GW_IMPORT_VISITS, .text = visits },
    { .target = GW_IMPORT_COLLEAGUES, .text = "Name\nMarta Zielińska\nDev Rathod\n" },
  };
  g_autoptr (GwImportResult) both = gw_session_import_sync (self->session, sources, 2, NULL, NULL);

  g_assert_null (both->failure);
  g_assert_cmpuint (fixture_count (self, &gw_visit_type), ==, 2);
  g_assert_cmpuint (fixture_count (self, &gw_colleague_type), ==, 2);
  undo_import (self, both->group);
  g_assert_cmpuint (fixture_count (self, &gw_visit_type), ==, 0);
  g_assert_cmpuint (fixture_count (self, &gw_colleague_type), ==, 0);
  g_assert_cmpuint (fixture_count (self, &gw_person_type), ==, 2);
}

static void
test_not_a_list (Fixture *self, gconstpointer data)
{
  g_autoptr (GwImportResult) empty = import_text (self, GW_IMPORT_PEOPLE, "");
  g_autoptr (GwImportResult)
      other = import_text (self, GW_IMPORT_VISITS, "Colour,Shape\nred,round\n");

  g_assert_nonnull (empty->failure);
  g_assert_nonnull (other->failure);
  g_assert_true (gw_id_is_none (empty->group));
  g_assert_true (gw_id_is_none (other->group));
}

static void
on_committed (GwSession *session, gpointer commit)
{
  g_autoptr (GwJob) job = g_list_model_get_item (gw_session_get_jobs (session), 0);

  if (job != NULL)
    gw_job_stop (job);
}

/* Nothing is taken back while lists come in: half of them would be gone and come again. */
static void
test_undo_meanwhile (Fixture *self, gconstpointer data)
{
  const GwImportSource source = { .target = GW_IMPORT_PEOPLE, .text = people };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GwImportResult) imported = NULL;
  g_autoptr (GwJob) job = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  fixture_add_person (self, "Icilda");
  job = gw_session_import_async (self->session, &source, 1, gw_await_keep, &result);
  label = fixture_take_back (self, FALSE, &error);
  g_assert_null (label);
  g_assert_error (error, GW_ERROR, GW_ERROR_BUSY);
  gw_await (&result);
  imported = gw_session_import_finish (self->session, result);
  g_assert_cmpuint (fixture_count (self, &gw_person_type), ==, 3);
  undo_import (self, imported->group);
  g_assert_cmpuint (fixture_count (self, &gw_person_type), ==, 1);
}

static GwChange *
move_house (Fixture *self, const char *first_name, const char *address)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_person_type);
  g_autoptr (GPtrArray) records = gw_session_query_sync (self->session, query, NULL, NULL);
  GwChange *change = gw_change_new ("Move house");

  for (guint i = 0; i < records->len; i++)
    {
      const GwRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GwDraft) draft = gw_draft_new_for (record);

      if (g_strcmp0 (gw_person_get_first_name (record), first_name) != 0)
        continue;
      gw_person_set_address (draft, address);
      gw_change_add_draft (change, draft);
    }
  g_assert_cmpuint (gw_change_get_n_operations (change), ==, 1);
  return change;
}

/* The last record of a list is changed while the list is read: it is left out, the rest is whole. */
static void
test_changed_meanwhile (Fixture *self, gconstpointer data)
{
  static const char rows[] = "Name,Address\nIcilda Brown,3 Mill Lane\nAli Rahman,9 Mill Lane\n";
  g_autoptr (GwImportResult) first = import_text (self, GW_IMPORT_PEOPLE, people);
  g_autofree char *path = g_build_filename (self->folder, "pipe.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const GwImportSource source = { .target = GW_IMPORT_PEOPLE, .file = file };
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GwImportResult) result = NULL;
  g_autoptr (GwChange) change = NULL;
  g_autoptr (GwCommit) commit = NULL;
  g_autoptr (GwJob) job = NULL;
  int pipe;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  job = gw_session_import_async (self->session, &source, 1, gw_await_keep, &answer);
  /* Waits until the list is being read, and with it what the team has is known. */
  pipe = open (path, O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (pipe, >=, 0);
  change = move_house (self, "Ali", "7 Mill Lane");
  commit = gw_session_submit_sync (self->session, change, NULL, NULL);
  g_assert_nonnull (commit);
  g_assert_cmpint (write (pipe, rows, sizeof rows - 1), ==, sizeof rows - 1);
  close (pipe);
  gw_await (&answer);
  result = gw_session_import_finish (self->session, answer);
  g_assert_null (result->failure);
  g_assert_cmpuint (result->n_meanwhile, ==, 1);
  g_assert_cmpuint (fixture_count (self, &gw_person_type), ==, 3);
  g_assert_null (gw_session_get_unfinished_label (self->session));
  undo_import (self, result->group);
  g_assert_cmpuint (fixture_count (self, &gw_person_type), ==, 2);
}

/* Many rows on a worker; the stop comes from the main thread, after the first slice is on the disk. */
static void
test_stop (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Name\n");
  GwImportSource source = { .target = GW_IMPORT_PEOPLE };
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GwImportResult) result = NULL;
  g_autoptr (GwJob) job = NULL;
  guint n;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "Person%u Number%u\n", i, i);
  source.text = text->str;
  g_signal_connect (self->session, "committed", G_CALLBACK (on_committed), NULL);
  job = gw_session_import_async (self->session, &source, 1, gw_await_keep, &answer);
  gw_await (&answer);
  result = gw_session_import_finish (self->session, answer);
  g_assert_true (result->is_stopped);
  g_assert_null (result->failure);
  g_assert_false (gw_job_get_running (job));
  n = fixture_count (self, &gw_person_type);
  g_assert_cmpuint (n, >=, 500);
  g_assert_cmpuint (n, <, 50000);
  /* A finished act: nothing is offered at the next start. */
  g_assert_null (gw_session_get_unfinished_label (self->session));
  undo_import (self, result->group);
  g_assert_cmpuint (fixture_count (self, &gw_person_type), ==, 0);
}

static void
test_sheet (Fixture *self, gconstpointer data)
{
  static const char sheet[] = "Name\tMon 23/11/2026\tTue 24/11/2026\n"
                              "Marta Zielińska\t07:00-14:00\tOFF\n"
                              "Dev Rathod\t15:00-22:00\t07:00-14:00\n";
  g_autoptr (GwImportResult)
      first = import_text (self, GW_IMPORT_COLLEAGUES, "Name\nMarta Zielińska\nDev Rathod\n");

  for (guint i = 0; i < 2; i++)
    {
      GwImportSource source = { .is_sheet = TRUE, .text = sheet };
      g_autoptr (GwImportResult)
          result = gw_session_import_sync (self->session, &source, 1, NULL, NULL);

      g_assert_null (result->failure);
      g_assert_cmpuint (fixture_count (self, &gw_shift_type), ==, 3);
      g_assert_true (gw_id_is_none (result->group) == (i == 1));
    }
}

static void
test_preview (Fixture *self, gconstpointer data)
{
  g_autoptr (GwImportResult) first = import_text (self, GW_IMPORT_PEOPLE, people);
  GwImportSource source = { .target = GW_IMPORT_PEOPLE,
                            .text = "Name,Telephone\nRose Tanner,01 234\nNew Person,01 235\n" };
  g_autoptr (GAsyncResult) rows_answer = NULL;
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GwImportPreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  gw_session_read_rows_async (self->session, NULL, source.text, NULL, gw_await_keep, &rows_answer);
  gw_await (&rows_answer);
  rows = gw_session_read_rows_finish (self->session, rows_answer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 3);
  gw_session_preview_import_async (self->session, &source, NULL, gw_await_keep, &answer);
  gw_await (&answer);
  preview = gw_session_preview_import_finish (self->session, answer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->records->len, ==, 2);
  g_assert_cmpuint (preview->n_new, ==, 1);
  g_assert_cmpstr (gw_person_get_first_name (g_ptr_array_index (preview->records, 1)), ==, "Rose");
  /* Looking writes nothing. */
  g_assert_cmpuint (fixture_count (self, &gw_person_type), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/session/import/twice", test_twice);
  FIXTURE_ADD ("/session/import/day", test_day);
  FIXTURE_ADD ("/session/import/bad-rows", test_bad_rows);
  FIXTURE_ADD ("/session/import/undo", test_undo);
  FIXTURE_ADD ("/session/import/not-a-list", test_not_a_list);
  FIXTURE_ADD ("/session/import/undo-meanwhile", test_undo_meanwhile);
  FIXTURE_ADD ("/session/import/changed-meanwhile", test_changed_meanwhile);
  FIXTURE_ADD ("/session/import/stop", test_stop);
  FIXTURE_ADD ("/session/import/sheet", test_sheet);
  FIXTURE_ADD ("/session/import/preview", test_preview);
  return g_test_run ();
}
