/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board of a stretch of days: its records, or what a plan would make of them. */
#include "config.h"

#include "gw-rota-week-private.h"

#include "gw-shift.h"
#include "gw-visit.h"

/* The slot of @visit that @colleague has in the plan. */
static gboolean
find_slot (GwWeekPlan *plan, const GwRecord *visit, GwId colleague, GwPlannedSlot *slot)
{
  for (guint i = 0; gw_week_plan_get_slot (plan, gw_record_get_id (visit), i, slot); i++)
    if (slot->is_placed && gw_id_equal (slot->colleague, colleague))
      return TRUE;
  return FALSE;
}

static GwWeekPlan *
get_plan (GwRotaWeek *self)
{
  return self->preview != NULL ? self->preview : self->plan;
}

static gint
ask_travel (GwId colleague, const GwRecord *from, const GwRecord *to, gpointer data)
{
  GwRotaWeek *self = data;
  GwWeekPlan *plan = get_plan (self);
  GwPlannedSlot slot;

  if (plan == NULL || !find_slot (plan, to, colleague, &slot))
    return -1;
  return slot.travel_before.value;
}

static gint
ask_break (const GwRecord *shift, gpointer data)
{
  GwWeekPlan *plan = get_plan (data);
  g_autoptr (GArray) blocks = NULL;

  if (plan == NULL)
    return GW_BOARD_BREAK_GUESS;
  blocks = gw_week_plan_list_blocks (plan, gw_record_get_id (shift));
  for (guint i = 0; i < blocks->len; i++)
    {
      const GwPlannedBlock *block = &g_array_index (blocks, GwPlannedBlock, i);
      if (block->kind == GW_BLOCK_BREAK)
        return block->start.value;
    }
  return GW_BOARD_BREAK_GUESS;
}

static gint
ask_role_time (const GwRecord *shift, const GwRecord *role_time, gpointer data)
{
  GwWeekPlan *plan = get_plan (data);
  g_autoptr (GArray) blocks = NULL;

  if (plan == NULL)
    return -1;
  blocks = gw_week_plan_list_blocks (plan, gw_record_get_id (shift));
  for (guint i = 0; i < blocks->len; i++)
    {
      const GwPlannedBlock *block = &g_array_index (blocks, GwPlannedBlock, i);
      if (gw_id_equal (block->record, gw_record_get_id (role_time)))
        return block->start.value;
    }
  return -1;
}

static GPtrArray *
collect_records (GwLiveList *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  GPtrArray *records = g_ptr_array_new_full (n, (GDestroyNotify) gw_record_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, gw_record_ref (gw_live_list_get_record (list, i)));
  return records;
}

/* The visit as the plan has it. */
static GwRecord *
preview_visit (GwWeekPlan *plan, const GwVisit *visit)
{
  g_autoptr (GwDraft) draft = gw_draft_new_for (visit);
  g_autoptr (GArray) colleagues = g_array_new (FALSE, FALSE, sizeof (GwId));
  GwPlannedSlot slot;
  gboolean known = FALSE;

  for (guint i = 0; gw_week_plan_get_slot (plan, gw_record_get_id (visit), i, &slot); i++)
    {
      known = TRUE;
      if (!slot.is_placed || gw_id_is_none (slot.colleague))
        continue;
      g_array_append_val (colleagues, slot.colleague);
      gw_visit_set_day (draft, slot.day);
      gw_visit_set_start (draft, slot.start);
    }
  if (!known)
    return gw_record_ref (visit);
  gw_visit_set_colleagues (draft,
                           (GwIds){ (const GwId *) (gpointer) colleagues->data, colleagues->len });
  return gw_draft_build (draft);
}

static GPtrArray *
collect_visits (GwRotaWeek *self)
{
  GPtrArray *visits = collect_records (self->lists[GW_ROTA_LIST_VISITS]);

  for (guint i = 0; self->preview != NULL && i < visits->len; i++)
    {
      GwRecord *visit = g_ptr_array_index (visits, i);
      g_ptr_array_index (visits, i) = preview_visit (self->preview, visit);
      gw_record_unref (visit);
    }
  return visits;
}

static GPtrArray *
collect_shifts (GwRotaWeek *self)
{
  GPtrArray *shifts = collect_records (self->lists[GW_ROTA_LIST_SHIFTS]);

  for (guint i = 0; self->preview != NULL && i < shifts->len; i++)
    {
      GwRecord *shift = g_ptr_array_index (shifts, i);
      GwId colleague = gw_week_plan_get_colleague (self->preview, gw_record_get_id (shift));
      if (gw_id_is_none (colleague) || gw_id_equal (colleague, gw_shift_get_colleague (shift)))
        continue;
      g_autoptr (GwDraft) draft = gw_draft_new_for (shift);
      gw_shift_set_colleague (draft, colleague);
      g_ptr_array_index (shifts, i) = gw_draft_build (draft);
      gw_record_unref (shift);
    }
  return shifts;
}

/* What is past is not trouble any more; nobody can put it right. */
GPtrArray *
gw_rota_week_translate_troubles (GwRotaWeek *self, GPtrArray *troubles)
{
  GwDay today = gw_clock_get_today (gw_session_get_clock (self->session));
  GPtrArray *shown = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_board_trouble_free);

  for (guint i = 0; i < troubles->len; i++)
    {
      const GwTrouble *trouble = g_ptr_array_index (troubles, i);
      if (gw_day_compare (trouble->day, today) < 0)
        continue;
      g_ptr_array_add (shown,
                       gw_board_trouble_new (trouble->visit, trouble->colleague, trouble->day,
                                             GW_BOARD_CANNOT, trouble->sentence));
    }
  return shown;
}

/* What clashes as the days are shown: a plan that is only looked at has clashes of its own. */
static GPtrArray *
collect_troubles (GwRotaWeek *self)
{
  g_autoptr (GPtrArray) troubles = NULL;

  if (self->preview == NULL)
    return self->troubles != NULL ? g_ptr_array_ref (self->troubles) : NULL;
  troubles = gw_week_plan_list_trouble (self->preview);
  return gw_rota_week_translate_troubles (self, troubles);
}

void
gw_rota_week_build_board (GwRotaWeek *self)
{
  GwClock *clock = gw_session_get_clock (self->session);
  g_autoptr (GPtrArray) colleagues = collect_records (self->lists[GW_ROTA_LIST_COLLEAGUES]);
  g_autoptr (GPtrArray) people = collect_records (self->lists[GW_ROTA_LIST_PEOPLE]);
  g_autoptr (GPtrArray) visits = collect_visits (self);
  g_autoptr (GPtrArray) shifts = collect_shifts (self);
  g_autoptr (GPtrArray) absences = collect_records (self->lists[GW_ROTA_LIST_ABSENCES]);
  g_autoptr (GPtrArray) meetings = collect_records (self->lists[GW_ROTA_LIST_MEETINGS]);
  g_autoptr (GPtrArray) role_times = collect_records (self->lists[GW_ROTA_LIST_ROLE_TIMES]);
  g_autoptr (GPtrArray) troubles = collect_troubles (self);
  GwBoardInput input = {
    .colleagues = colleagues,
    .people = people,
    .visits = visits,
    .shifts = shifts,
    .absences = absences,
    .meetings = meetings,
    .role_times = role_times,
    .first_day = self->first_day,
    .n_days = self->n_days,
    .today = gw_clock_get_today (clock),
    .now = gw_clock_get_minute (clock),
    .team = self->team,
    .zone = gw_clock_get_zone (clock),
    .travel = ask_travel,
    .find_break = ask_break,
    .find_role_time = ask_role_time,
    .data = self,
    .troubles = troubles,
    .wishes_permille = -1,
    .flags = gw_session_get_hide_names (self->session) ? GW_BOARD_INPUT_HIDE_NAMES : 0,
  };

  g_clear_pointer (&self->board, gw_board_week_unref);
  self->board = gw_board_week_new (&input);
}
