/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See small-team.h. */
#include "config.h"

#include "small-team.h"

#include "gw-absence.h"
#include "gw-colleague.h"
#include "gw-meeting.h"
#include "gw-person.h"
#include "gw-role-time.h"
#include "gw-shift.h"
#include "gw-visit.h"

static GPtrArray *
make_array (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
}

static GwId
add (GPtrArray *array, GwDraft *draft)
{
  GwId id = gw_draft_get_id (draft);

  g_ptr_array_add (array, gw_draft_build (draft));
  gw_draft_free (draft);
  return id;
}

static GwDraft *
begin (const GwRecordType *type, guint number)
{
  return gw_draft_new_with_id (type, gw_id_from_seed (1, 1, number));
}

static GwId
add_colleague (SmallTeam *self, guint number, const char *first, const char *last)
{
  GwDraft *draft = begin (&gw_colleague_type, number);

  gw_colleague_set_first_name (draft, first);
  gw_colleague_set_last_name (draft, last);
  gw_colleague_set_contract (draft, GW_SPAN (35 * 60));
  return add (self->colleagues, draft);
}

static GwId
add_person (SmallTeam *self, guint number, const char *first)
{
  GwDraft *draft = begin (&gw_person_type, number);

  gw_person_set_first_name (draft, first);
  return add (self->people, draft);
}

static GwId
add_visit (SmallTeam *self, guint number, GwId person, gint start, gint needed, GwId colleague)
{
  GwDraft *draft = begin (&gw_visit_type, number);

  gw_visit_set_person (draft, person);
  gw_visit_set_day (draft, self->monday);
  gw_visit_set_start (draft, GW_MINUTE (start));
  gw_visit_set_duration (draft, GW_SPAN (30));
  gw_visit_set_colleagues_needed (draft, needed);
  gw_visit_set_purpose (draft, "breakfast and medication");
  if (!gw_id_is_none (colleague))
    gw_visit_set_colleagues (draft, (GwIds){ &colleague, 1 });
  return add (self->visits, draft);
}

GwId
small_team_add_shift (SmallTeam *self, guint number, GwId colleague, gint start, gint end)
{
  GwDraft *draft = begin (&gw_shift_type, number);

  if (!gw_id_is_none (colleague))
    gw_shift_set_colleague (draft, colleague);
  gw_shift_set_day (draft, self->monday);
  gw_shift_set_start (draft, GW_MINUTE (start));
  gw_shift_set_end (draft, GW_MINUTE (end));
  return add (self->shifts, draft);
}

static void
add_leave (SmallTeam *self)
{
  GwDraft *draft = begin (&gw_absence_type, 90);

  gw_absence_set_colleague (draft, self->dev);
  gw_absence_set_kind (draft, GW_ABSENCE_LEAVE);
  gw_absence_set_state (draft, GW_ABSENCE_APPROVED);
  gw_absence_set_first_day (draft, gw_day_add (self->monday, 2));
  gw_absence_set_last_day (draft, gw_day_add (self->monday, 3));
  add (self->absences, draft);
}

void
small_team_init (SmallTeam *self)
{
  g_assert_true (gw_day_from_ymd (2026, 11, 23, &self->monday));
  self->shown_team = GW_ID_NONE;
  self->colleagues = make_array ();
  self->people = make_array ();
  self->visits = make_array ();
  self->shifts = make_array ();
  self->absences = make_array ();
  self->role_times = make_array ();
  self->meetings = make_array ();
  self->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_board_trouble_free);
  self->marta = add_colleague (self, 1, "Marta", "Nowak");
  self->dev = add_colleague (self, 2, "Dev", "Rao");
  self->rose = add_person (self, 11, "Rose");
  self->ali = add_person (self, 12, "Ali");
  self->morning = add_visit (self, 21, self->rose, 480, 1, self->marta);
  self->pair = add_visit (self, 22, self->ali, 540, 2, self->marta);
  self->lunch = add_visit (self, 23, self->rose, 720, 1, GW_ID_NONE);
  small_team_add_shift (self, 31, self->marta, 420, 840);
  small_team_add_shift (self, 32, self->dev, 420, 840);
  add_leave (self);
}

void
small_team_clear (SmallTeam *self)
{
  g_ptr_array_unref (self->colleagues);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->visits);
  g_ptr_array_unref (self->shifts);
  g_ptr_array_unref (self->absences);
  g_ptr_array_unref (self->role_times);
  g_ptr_array_unref (self->meetings);
  g_ptr_array_unref (self->troubles);
}

static gint
ten_minutes (GwId colleague, const GwRecord *from, const GwRecord *to, gpointer data)
{
  return 10;
}

static gint
at_noon (const GwRecord *shift, const GwRecord *role_time, gpointer data)
{
  return 720;
}

GwBoardWeek *
small_team_make_week (SmallTeam *self)
{
  GwBoardInput input = {
    .colleagues = self->colleagues,
    .people = self->people,
    .visits = self->visits,
    .shifts = self->shifts,
    .absences = self->absences,
    .role_times = self->role_times,
    .meetings = self->meetings,
    .first_day = self->monday,
    .n_days = 7,
    .team = self->shown_team,
    .today = gw_day_add (self->monday, -1),
    .now = GW_HM (20, 0),
    .travel = ten_minutes,
    .find_role_time = at_noon,
    .troubles = self->troubles,
    .wishes_permille = 820,
  };

  return gw_board_week_new (&input);
}

void
small_team_move (SmallTeam *self, GwId visit, GwId from, GwId to, gint start)
{
  for (guint i = 0; i < self->visits->len; i++)
    {
      GwRecord *record = g_ptr_array_index (self->visits, i);
      if (!gw_id_equal (gw_record_get_id (record), visit))
        continue;
      g_autoptr (GwDraft) draft = gw_draft_new_for (record);
      gw_visit_set_start (draft, GW_MINUTE (start));
      if (gw_id_is_none (to))
        gw_draft_clear_value (draft, GW_VISIT_COLLEAGUES);
      else
        gw_visit_set_colleagues (draft, (GwIds){ &to, 1 });
      g_ptr_array_index (self->visits, i) = gw_draft_build (draft);
      gw_record_unref (record);
    }
}

void
small_team_add_role_time (SmallTeam *self, guint number, GwId colleague, gint start)
{
  GwDraft *draft = begin (&gw_role_time_type, number);

  gw_role_time_set_colleague (draft, colleague);
  gw_role_time_set_day (draft, self->monday);
  gw_role_time_set_duration (draft, GW_SPAN (60));
  if (start >= 0)
    gw_role_time_set_start (draft, GW_MINUTE (start));
  add (self->role_times, draft);
}

void
small_team_add_meeting (SmallTeam *self, guint number, gint start)
{
  GwDraft *draft = begin (&gw_meeting_type, number);

  gw_meeting_set_first_day (draft, self->monday);
  gw_meeting_set_start (draft, GW_MINUTE (start));
  gw_meeting_set_end (draft, GW_MINUTE (start + 60));
  add (self->meetings, draft);
}

void
small_team_next_day (SmallTeam *self, GwId visit)
{
  for (guint i = 0; i < self->visits->len; i++)
    {
      GwRecord *record = g_ptr_array_index (self->visits, i);
      if (!gw_id_equal (gw_record_get_id (record), visit))
        continue;
      g_autoptr (GwDraft) draft = gw_draft_new_for (record);
      gw_visit_set_day (draft, gw_day_add (gw_visit_get_day (record), 1));
      g_ptr_array_index (self->visits, i) = gw_draft_build (draft);
      gw_record_unref (record);
    }
}

void
small_team_wait_in (SmallTeam *self, GwId visit, GwId open_shift)
{
  for (guint i = 0; i < self->visits->len; i++)
    {
      GwRecord *record = g_ptr_array_index (self->visits, i);
      if (!gw_id_equal (gw_record_get_id (record), visit))
        continue;
      g_autoptr (GwDraft) draft = gw_draft_new_for (record);
      gw_visit_set_open_shift (draft, open_shift);
      g_ptr_array_index (self->visits, i) = gw_draft_build (draft);
      gw_record_unref (record);
    }
}

void
small_team_hold (SmallTeam *self, GwId shift, GwId colleague)
{
  for (guint i = 0; i < self->shifts->len; i++)
    {
      GwRecord *record = g_ptr_array_index (self->shifts, i);
      if (!gw_id_equal (gw_record_get_id (record), shift))
        continue;
      g_autoptr (GwDraft) draft = gw_draft_new_for (record);
      if (gw_id_is_none (colleague))
        gw_draft_clear_value (draft, GW_SHIFT_COLLEAGUE);
      else
        gw_shift_set_colleague (draft, colleague);
      g_ptr_array_index (self->shifts, i) = gw_draft_build (draft);
      gw_record_unref (record);
    }
}

void
small_team_delete (SmallTeam *self, GwId colleague, gboolean erased)
{
  for (guint i = 0; i < self->colleagues->len; i++)
    {
      GwRecord *before = g_ptr_array_index (self->colleagues, i);
      g_autoptr (GwRecordBuilder) builder = NULL;

      if (!gw_id_equal (gw_record_get_id (before), colleague))
        continue;
      builder = gw_record_builder_new (&gw_colleague_type);
      if (!erased)
        gw_record_builder_set_text (builder, GW_COLLEAGUE_FIRST_NAME,
                                    gw_colleague_get_first_name (before), -1);
      gw_record_builder_set_deleted (builder, TRUE);
      g_ptr_array_index (self->colleagues, i) = gw_record_builder_end (builder, colleague);
      gw_record_unref (before);
    }
}
