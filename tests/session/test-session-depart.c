/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Somebody is deleted: what is still to come does not hang in the air, what was stays, and one undo
 * brings all back.
 */
#include "config.h"

#include "session-fixture.h"

#include "gw-await.h"

#include "gw-colleague.h"
#include "gw-foresight.h"
#include "gw-person.h"
#include "gw-session-depart.h"
#include "gw-session-edit.h"
#include "gw-session-records.h"
#include "gw-shift.h"
#include "gw-visit.h"

typedef struct
{
  GwId rose, marta, amina, past, coming, shift;
} Team;

static GwId
add_visit (Fixture *self, const Team *team, gint days)
{
  const GwId both[] = { team->marta, team->amina };
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_visit_type);
  g_autoptr (GwChange) change = gw_change_new ("Add a visit");

  gw_visit_set_person (draft, team->rose);
  gw_visit_set_day (draft, gw_day_add (gw_clock_get_today (self->clock), days));
  gw_visit_set_ideal (draft, GW_HM (8, 0));
  gw_visit_set_duration (draft, (GwSpan){ 30 });
  gw_draft_set_integer (draft, GW_VISIT_STATE, GW_VISIT_STATE_PLANNED);
  gw_draft_set_ids (draft, GW_VISIT_COLLEAGUES, both, G_N_ELEMENTS (both));
  gw_change_add_draft (change, draft);
  fixture_submit (self, change);
  return gw_draft_get_id (draft);
}

static GwId
add_shift (Fixture *self, GwId colleague)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_shift_type);
  g_autoptr (GwChange) change = gw_change_new ("Add a shift");

  gw_shift_set_colleague (draft, colleague);
  gw_shift_set_day (draft, gw_day_add (gw_clock_get_today (self->clock), 1));
  gw_shift_set_start (draft, GW_HM (7, 0));
  gw_shift_set_end (draft, GW_HM (14, 0));
  gw_change_add_draft (change, draft);
  fixture_submit (self, change);
  return gw_draft_get_id (draft);
}

static void
make_team (Fixture *self, Team *team)
{
  team->rose = fixture_add_person (self, "Rose");
  team->marta = fixture_add_colleague (self, "Marta");
  team->amina = fixture_add_colleague (self, "Amina");
  team->past = add_visit (self, team, -1);
  team->coming = add_visit (self, team, 1);
  team->shift = add_shift (self, team->marta);
}

/* The record as the disk has it, deleted or not. */
static GwRecord *
read_record (Fixture *self, const GwRecordType *type, GwId id)
{
  g_autoptr (GwQuery) query = gw_query_new (type);
  g_autoptr (GPtrArray) records = NULL;

  gw_query_set_with_deleted (query, TRUE);
  records = gw_session_query_sync (self->session, query, NULL, NULL);
  for (guint i = 0; i < records->len; i++)
    if (gw_id_equal (gw_record_get_id (g_ptr_array_index (records, i)), id))
      return gw_record_ref (g_ptr_array_index (records, i));
  g_assert_not_reached ();
}

static guint
count_colleagues (Fixture *self, GwId visit)
{
  g_autoptr (GwRecord) record = read_record (self, &gw_visit_type, visit);

  return (guint) gw_visit_get_colleagues (record).n;
}

static gboolean
is_gone (Fixture *self, const GwRecordType *type, GwId id)
{
  g_autoptr (GwRecord) record = read_record (self, type, id);

  return gw_record_is_deleted (record);
}

static gboolean
is_held (Fixture *self, GwId shift)
{
  g_autoptr (GwRecord) record = read_record (self, &gw_shift_type, shift);

  return gw_shift_has_colleague (record);
}

/* As a form does it. */
static void
submit (Fixture *self, GwChange *change)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  gw_record_source_submit_async (GW_RECORD_SOURCE (self->session), change, gw_await_keep, &result);
  gw_await (&result);
  g_assert_true (gw_record_source_submit_finish (GW_RECORD_SOURCE (self->session), result, &error));
  g_assert_no_error (error);
}

static void
delete_by_form (Fixture *self, const GwRecordType *type, GwId id)
{
  g_autoptr (GwRecord) record = read_record (self, type, id);
  g_autoptr (GwChange) change = gw_change_new ("Deleted");

  gw_change_delete (change, record);
  submit (self, change);
}

static void
test_colleague (Fixture *self, gconstpointer data)
{
  Team team;

  make_team (self, &team);
  delete_by_form (self, &gw_colleague_type, team.marta);
  g_assert_true (is_gone (self, &gw_colleague_type, team.marta));
  g_assert_cmpuint (count_colleagues (self, team.coming), ==, 1);
  g_assert_cmpuint (count_colleagues (self, team.past), ==, 2);
  g_assert_false (is_held (self, team.shift));
  fixture_assert_taken_back (self, FALSE, "Deleted");
  g_assert_false (is_gone (self, &gw_colleague_type, team.marta));
  g_assert_cmpuint (count_colleagues (self, team.coming), ==, 2);
  g_assert_true (is_held (self, team.shift));
}

static void
test_person (Fixture *self, gconstpointer data)
{
  Team team;

  make_team (self, &team);
  delete_by_form (self, &gw_person_type, team.rose);
  g_assert_true (is_gone (self, &gw_person_type, team.rose));
  g_assert_true (is_gone (self, &gw_visit_type, team.coming));
  g_assert_false (is_gone (self, &gw_visit_type, team.past));
  fixture_assert_taken_back (self, FALSE, "Deleted");
  g_assert_false (is_gone (self, &gw_person_type, team.rose));
  g_assert_false (is_gone (self, &gw_visit_type, team.coming));
}

/* Nobody is sent to a person who died. */
static void
test_died (Fixture *self, gconstpointer data)
{
  Team team;
  g_autoptr (GwRecord) rose = NULL;
  g_autoptr (GwDraft) draft = NULL;
  g_autoptr (GwChange) change = gw_change_new ("Rose changed");

  make_team (self, &team);
  rose = read_record (self, &gw_person_type, team.rose);
  draft = gw_draft_new_for (rose);
  gw_draft_set_integer (draft, GW_PERSON_STATUS, GW_PERSON_DIED);
  gw_change_add_draft (change, draft);
  submit (self, change);
  g_assert_true (is_gone (self, &gw_visit_type, team.coming));
  g_assert_false (is_gone (self, &gw_visit_type, team.past));
  fixture_assert_taken_back (self, FALSE, "Rose changed");
  g_assert_false (is_gone (self, &gw_visit_type, team.coming));
}

static GwChange *
create_leaving (Fixture *self, GwId colleague, gint days)
{
  g_autoptr (GwRecord) record = read_record (self, &gw_colleague_type, colleague);
  g_autoptr (GwDraft) draft = gw_draft_new_for (record);
  GwChange *change = gw_change_new ("Left");

  gw_colleague_set_left (draft, gw_day_add (gw_clock_get_today (self->clock), days));
  gw_change_add_draft (change, draft);
  return change;
}

/* The last day is still worked. */
static void
test_left (Fixture *self, gconstpointer data)
{
  Team team;
  g_autoptr (GwChange) later = NULL;
  g_autoptr (GwChange) today = NULL;

  make_team (self, &team);
  later = create_leaving (self, team.marta, 1);
  submit (self, later);
  g_assert_cmpuint (count_colleagues (self, team.coming), ==, 2);
  g_assert_true (is_held (self, team.shift));
  today = create_leaving (self, team.marta, 0);
  submit (self, today);
  g_assert_cmpuint (count_colleagues (self, team.coming), ==, 1);
  g_assert_cmpuint (count_colleagues (self, team.past), ==, 2);
  g_assert_false (is_held (self, team.shift));
}

/* A visit that began this morning happened; one of this evening will not. */
static void
test_today (Fixture *self, gconstpointer data)
{
  GwDay today = gw_clock_get_today (self->clock);
  Team team;
  GwId visit;

  make_team (self, &team);
  visit = add_visit (self, &team, 0);
  gw_clock_set (self->clock,
                gw_civil_to_instant (gw_clock_get_zone (self->clock), today, GW_HM (9, 0)));
  delete_by_form (self, &gw_person_type, team.rose);
  g_assert_false (is_gone (self, &gw_visit_type, visit));
  g_assert_true (is_gone (self, &gw_visit_type, team.coming));
}

/* What goes is counted before, and nothing is asked where nothing goes. */
static void
test_foreseen (Fixture *self, gconstpointer data)
{
  Team team;
  g_autoptr (GwRecord) rose = NULL;
  g_autoptr (GwDraft) draft = NULL;
  g_autoptr (GwChange) died = gw_change_new ("Rose changed");
  g_autoptr (GwChange) other = gw_change_new ("Rose changed");
  g_autoptr (GwChange) left = NULL;
  g_autoptr (GwForesight) farewell = NULL, nothing = NULL, leaving = NULL;

  make_team (self, &team);
  add_visit (self, &team, 3);
  rose = read_record (self, &gw_person_type, team.rose);
  draft = gw_draft_new_for (rose);
  gw_person_set_phone (draft, "01235 000000");
  gw_change_add_draft (other, draft);
  nothing = fixture_foresee (self, other);
  g_assert_null (nothing);
  gw_draft_set_integer (draft, GW_PERSON_STATUS, GW_PERSON_DIED);
  gw_change_add_draft (died, draft);
  farewell = fixture_foresee (self, died);
  g_assert_true (g_str_has_prefix (farewell->body, "2 visits from "));
  g_assert_nonnull (strstr (farewell->heading, "has died"));
  g_assert_nonnull (strstr (farewell->sentence, "2 visits to "));
  g_assert_false (farewell->removes);
  left = create_leaving (self, team.marta, 1);
  leaving = fixture_foresee (self, left);
  g_assert_true (g_str_has_prefix (leaving->body, "1 visit from "));
  g_assert_null (strstr (leaving->body, "shift"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/session/depart/colleague", test_colleague);
  FIXTURE_ADD ("/session/depart/person", test_person);
  FIXTURE_ADD ("/session/depart/died", test_died);
  FIXTURE_ADD ("/session/depart/left", test_left);
  FIXTURE_ADD ("/session/depart/today", test_today);
  FIXTURE_ADD ("/session/depart/foreseen", test_foreseen);
  return g_test_run ();
}
