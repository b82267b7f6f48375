/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a week without visits the reader is led to the next that has some of this team. */
#include "config.h"

#include "rota-fixture.h"

#include "gw-person.h"
#include "gw-team.h"

/* From an empty week the reader is led to where the rota begins. */
static void
test_way_ahead (Fixture *fixture, gconstpointer data)
{
  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->team.today, -7 * 52));
  gw_await_that (says (fixture, "There are no visits in this week; the next are on "));
  gw_probe_click (fixture->page, "Show them");
  gw_await_that (has_week (fixture));
}

static GwId
add_other_team (GwChange *change)
{
  g_autoptr (GwDraft) team = gw_draft_new (&gw_team_type);
  g_autoptr (GwDraft) person = gw_draft_new (&gw_person_type);

  gw_team_set_name (team, "Zz");
  gw_person_set_first_name (person, "Zoe");
  gw_person_set_team (person, gw_draft_get_id (team));
  gw_change_add_draft (change, team);
  gw_change_add_draft (change, person);
  return gw_draft_get_id (person);
}

static void
add_visit (GwChange *change, GwId person, GwDay day, gint state)
{
  g_autoptr (GwDraft) visit = make_visit (person, day);

  gw_visit_set_state (visit, state);
  gw_change_add_draft (change, visit);
}

static gboolean
is_told_of_ours (Fixture *fixture)
{
  g_autofree char *day = gw_day_format (gw_day_add (fixture->team.today, -7 * 48), "%a %-d %b");
  g_autofree char *words = g_strdup_printf ("the next are on %s.", day);

  return says (fixture, words);
}

/* Not to a week that would be empty too: with a visit that is held, or another team's. */
static void
test_way_ahead_to_ours (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwChange) change = gw_change_new ("New visits");
  g_autoptr (GError) error = NULL;
  g_autoptr (GwCommit) commit = NULL;
  GwId ours = get_entry (fixture, find_single (fixture))->person, theirs = add_other_team (change);

  add_visit (change, ours, gw_day_add (fixture->team.today, -7 * 50), GW_VISIT_STATE_HELD);
  add_visit (change, theirs, gw_day_add (fixture->team.today, -7 * 49), GW_VISIT_STATE_PLANNED);
  add_visit (change, ours, gw_day_add (fixture->team.today, -7 * 48), GW_VISIT_STATE_PLANNED);
  commit = gw_session_submit_sync (fixture->team.session, change, NULL, &error);
  g_assert_no_error (error);
  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->team.today, -7 * 52));
  gw_await_that (is_told_of_ours (fixture));
}

int
main (int argc, char **argv)
{
  begin_tests (&argc, &argv);
  ADD_TEST ("way-ahead/to-the-next", test_way_ahead);
  ADD_TEST ("way-ahead/to-ours", test_way_ahead_to_ours);
  return g_test_run ();
}
