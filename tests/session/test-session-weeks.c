/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample as a team file, weeks from patterns, sheets from records. */
#include "config.h"

#include "gw-await.h"
#include "gw-test-team.h"

#include "gw-session-generate.h"
#include "gw-session-records.h"
#include "gw-session-sheets.h"

#include "gw-colleague.h"
#include "gw-error.h"
#include "gw-person.h"
#include "gw-visit.h"

typedef GwTestTeam Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  gw_test_team_init_sample (self, 7);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gw_test_team_clear (self);
}

static guint
count_visits (Fixture *self, GwDay first, GwDay last)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_visit_type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) visits = NULL;

  gw_query_where_between (query, GW_VISIT_DAY, first.value, last.value);
  visits = gw_session_query_sync (self->session, query, NULL, &error);
  g_assert_no_error (error);
  return visits->len;
}

static void
test_sample_is_nobodys_act (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GwSampleWish wish = { .size = GW_SAMPLE_SIZE_TEAM, .seed = 7, .today = self->today };

  g_assert_false (gw_session_get_can_undo (self->session));
  g_assert_false (gw_id_is_none (gw_session_get_user_id (self->session)));
  g_assert_cmpuint (count_visits (self, self->today, self->today), >, 40);
  /* What is there is never written over. */
  g_assert_false (gw_session_write_sample_sync (self->path, &wish, NULL, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_INVALID);
}

static void
test_fill_weeks (Fixture *self, gconstpointer data)
{
  GwDay first = gw_day_add (gw_day_get_week_start (self->today), 7 * 20);
  GwDay last = gw_day_add (first, 13);
  GwGenerated made = { 0 };
  g_autoptr (GAsyncResult) filled = NULL;
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_assert_cmpuint (count_visits (self, first, last), ==, 0);
  gw_session_generate_async (self->session, first, last, NULL, gw_await_keep, &filled);
  g_assert_true (gw_session_generate_finish (self->session, gw_await (&filled), &made, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (made.n_visits, >, 500);
  g_assert_cmpuint (made.n_shifts, >, 40);
  g_assert_cmpuint (count_visits (self, first, last), ==, made.n_visits);
  g_assert_true (gw_session_generate_sync (self->session, first, last, &made, NULL, &error));
  g_assert_cmpuint (made.n_visits + made.n_shifts, ==, 0);
  /* Several slices, one act. */
  gw_session_undo_async (self->session, gw_await_keep, &undone);
  label = gw_session_undo_finish (self->session, gw_await (&undone), &error);
  g_assert_no_error (error);
  g_assert_nonnull (label);
  g_assert_cmpuint (count_visits (self, first, last), ==, 0);
}

/* That somebody died is one act, and it stops visits. */
static void
test_nobody_visits_the_dead (Fixture *self, gconstpointer data)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_person_type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = gw_session_query_sync (self->session, query, NULL, &error);
  g_autoptr (GwChange) change = gw_change_new ("goodbye");
  GwDay day = gw_day_add (gw_day_get_week_start (self->today), 7 * 20);
  GwGenerated made = { 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    {
      g_autoptr (GwDraft) draft = gw_draft_new_for (g_ptr_array_index (people, i));

      gw_person_set_status (draft, GW_PERSON_DIED);
      gw_change_add_draft (change, draft);
    }
  gw_commit_unref (gw_session_submit_sync (self->session, change, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (gw_session_generate_sync (self->session, day, day, &made, NULL, &error));
  g_assert_cmpuint (made.n_visits, ==, 0);
}

static gboolean
says (const GwScene *scene, const char *words)
{
  for (guint p = 0; p < gw_scene_get_n_pages (scene); p++)
    for (guint n = 0; n < gw_page_get_n_nodes (gw_scene_get_page (scene, p)); n++)
      {
        const GwNode *node = gw_page_get_node (gw_scene_get_page (scene, p), n);

        if (node->text != NULL && strstr (node->text, words) != NULL)
          return TRUE;
      }
  return FALSE;
}

static GwId
find_first (Fixture *self, const GwRecordType *type)
{
  g_autoptr (GwQuery) query = gw_query_new (type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = gw_session_query_sync (self->session, query, NULL, &error);

  g_assert_no_error (error);
  return gw_record_get_id (g_ptr_array_index (records, 0));
}

static void
test_sheets (Fixture *self, gconstpointer data)
{
  GwSheetRequest request = { GW_SHEET_RUN, find_first (self, &gw_colleague_type),
                             gw_day_get_week_start (self->today), 7 };
  g_autoptr (GAsyncResult) made = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwScene) run = NULL;
  g_autoptr (GwScene) fridge = NULL;

  gw_session_make_sheet_async (self->session, &request, NULL, gw_await_keep, &made);
  run = gw_session_make_sheet_finish (self->session, gw_await (&made), &error);
  g_assert_no_error (error);
  g_assert_true (says (run, "’s run"));
  /* The minutes come from the plan, as on the board. */
  g_assert_true (says (run, "min on the way"));
  request.kind = GW_SHEET_FRIDGE;
  request.who = gw_id_new ();
  g_assert_null (gw_session_make_sheet_sync (self->session, &request, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_NOT_FOUND);
  g_clear_error (&error);
  request.who = find_first (self, &gw_person_type);
  fridge = gw_session_make_sheet_sync (self->session, &request, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (says (fridge, "Who comes to see"));
}

/* All sheets behind each other; who has none is left out and counted. */
static void
test_pile (Fixture *self, gconstpointer data)
{
  const GwId ids[] = { find_first (self, &gw_person_type), gw_id_new () };
  const GwSheetPile pile = { GW_SHEET_FRIDGE, gw_day_get_week_start (self->today), 7, ids, 2 };
  const GwSheetPile nobody = { GW_SHEET_RUN, gw_day_get_week_start (self->today), 7, &ids[1], 1 };
  const GwSheetRequest one = { GW_SHEET_FRIDGE, ids[0], gw_day_get_week_start (self->today), 7 };
  g_autoptr (GAsyncResult) made = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwScene) all = NULL;
  g_autoptr (GwScene) single = gw_session_make_sheet_sync (self->session, &one, NULL, &error);
  guint n_left_out = 0;

  gw_session_make_pile_async (self->session, &pile, gw_await_keep, &made);
  all = gw_session_make_pile_finish (self->session, gw_await (&made), &n_left_out, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_left_out, ==, 1);
  g_assert_cmpuint (gw_scene_get_n_pages (all), ==, gw_scene_get_n_pages (single));
  g_assert_true (says (all, "Who comes to see"));
  g_assert_null (gw_session_make_pile_sync (self->session, &nobody, NULL, NULL, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_INVALID);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/session/weeks/sample-is-nobodys-act", test_sample_is_nobodys_act);
  ADD ("/session/weeks/fill", test_fill_weeks);
  ADD ("/session/weeks/nobody-visits-the-dead", test_nobody_visits_the_dead);
  ADD ("/session/weeks/sheets", test_sheets);
  ADD ("/session/weeks/pile", test_pile);
  return g_test_run ();
}
