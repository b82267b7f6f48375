/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to visits: placing, copying, pinning, cancelling, what really happened. */
#include "config.h"

#include "gw-visit-change.h"

#include <glib/gi18n-lib.h>

static GwChange *
change_new (const char *format, const char *name)
{
  g_autofree char *label = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  label = g_strdup_printf (format, name);
#pragma GCC diagnostic pop
  return gw_change_new (label);
}

/* A generated visit that was changed by hand is an exception; patterns leave it alone. */
static GwDraft *
draft_by_hand (const GwVisit *visit)
{
  GwDraft *draft = gw_draft_new_for (visit);

  if (gw_visit_has_pattern (visit))
    gw_visit_set_exception (draft, TRUE);
  return draft;
}

void
gw_visit_add_handover (GwChange *change, const GwVisit *visit, const GwVisitPlacement *placement)
{
  if (gw_id_equal (placement->from, placement->to))
    return;
  if (!gw_id_is_none (placement->from))
    gw_change_remove_member (change, visit, GW_VISIT_COLLEAGUES, placement->from);
  if (!gw_id_is_none (placement->to))
    gw_change_add_member (change, visit, GW_VISIT_COLLEAGUES, placement->to);
}

/* A visit after midnight is shown with the shift of the evening before; it keeps a day of its own. */
static void
set_time (GwDraft *draft, const GwVisit *visit, const GwVisitPlacement *placement)
{
  gboolean is_night = placement->start.value >= GW_MINUTES_A_DAY &&
                      gw_day_diff (gw_visit_get_day (visit), placement->day) == 1;
  gint days = is_night ? 1 : 0;

  gw_visit_set_day (draft, gw_day_add (placement->day, days));
  gw_visit_set_start (draft, GW_MINUTE (placement->start.value - days * GW_MINUTES_A_DAY));
}

void
gw_visit_add_placement (GwChange *change, const GwVisit *visit, const GwVisitPlacement *placement)
{
  g_autoptr (GwDraft) draft = draft_by_hand (visit);

  set_time (draft, visit, placement);
  gw_draft_clear_value (draft, GW_VISIT_OPEN_SHIFT);
  if (gw_draft_is_changed (draft))
    gw_change_add_draft (change, draft);
  /* Whoever moves a visit relied on its being live. */
  gw_change_expect (change, visit, GW_VISIT_STATE);
  gw_visit_add_handover (change, visit, placement);
}

void
gw_visit_add_opening (GwChange *change, const GwVisit *visit, GwId from, GwId open_shift)
{
  GwVisitPlacement placement = { gw_visit_get_day (visit), gw_visit_get_start (visit), from,
                                 GW_ID_NONE };
  g_autoptr (GwDraft) draft = draft_by_hand (visit);

  if (gw_id_is_none (open_shift))
    gw_draft_clear_value (draft, GW_VISIT_OPEN_SHIFT);
  else
    gw_visit_set_open_shift (draft, open_shift);
  if (gw_draft_is_changed (draft))
    gw_change_add_draft (change, draft);
  gw_change_expect (change, visit, GW_VISIT_STATE);
  gw_visit_add_handover (change, visit, &placement);
}

GwChange *
gw_visit_place (const GwVisit *visit, const GwVisitPlacement *placement, const char *name)
{
  GwChange *change;

  if (gw_id_is_none (placement->to) && !gw_id_is_none (placement->from))
    /* TRANSLATORS: %s is the person visited */
    change = change_new (_ ("%s’s visit is to cover again"), name);
  else if (gw_id_equal (placement->from, placement->to))
    change = change_new (_ ("%s’s visit moved"), name);
  else
    change = change_new (_ ("%s’s visit given to a colleague"), name);
  gw_visit_add_placement (change, visit, placement);
  return change;
}

GwChange *
gw_visit_move (const GwVisit *visit, GwDay day, GwMinute start, const char *name)
{
  GwVisitPlacement placement = { day, start, GW_ID_NONE, GW_ID_NONE };

  return gw_visit_place (visit, &placement, name);
}

/* What belongs to one occurrence only, and so does not go along into a copy. */
static const guint not_copied[] = {
  GW_VISIT_COLLEAGUES,    GW_VISIT_PINNED,           GW_VISIT_PIN_REASON,
  GW_VISIT_AFTER,         GW_VISIT_GAP_LEAST,        GW_VISIT_GAP_MOST,
  GW_VISIT_STATE,         GW_VISIT_ACTUAL_START,     GW_VISIT_ACTUAL_END,
  GW_VISIT_ACTUAL_NOTE,   GW_VISIT_CANCELLED_BY,     GW_VISIT_CANCELLED_NOTICE,
  GW_VISIT_CANCELLED_PAY, GW_VISIT_CANCELLED_REASON, GW_VISIT_PATTERN,
  GW_VISIT_PATTERN_DAY,   GW_VISIT_EXCEPTION,        GW_VISIT_OPEN_SHIFT,
};

void
gw_visit_add_copy (GwChange *change, const GwVisit *visit, GwDay day, GwMinute start, GwId to)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_visit_type);

  for (guint field = 0; field < GW_VISIT_N_FIELDS; field++)
    {
      g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

      gw_record_get_value (visit, field, &value);
      gw_draft_take_value (draft, field, &value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (not_copied); i++)
    gw_draft_clear_value (draft, not_copied[i]);
  gw_visit_set_day (draft, day);
  gw_visit_set_start (draft, start);
  if (!gw_id_is_none (to))
    gw_visit_set_colleagues (draft, (GwIds){ &to, 1 });
  gw_visit_set_state (draft, GW_VISIT_STATE_PLANNED);
  gw_change_add_draft (change, draft);
}

GwChange *
gw_visit_copy (const GwVisit *visit, GwDay day, GwMinute start, GwId to, const char *name)
{
  GwChange *change = change_new (_ ("%s’s visit copied"), name);

  gw_visit_add_copy (change, visit, day, start, to);
  return change;
}

void
gw_visit_add_pin (GwChange *change, const GwVisit *visit, gboolean pinned, const char *reason)
{
  g_autoptr (GwDraft) draft = gw_draft_new_for (visit);

  if (pinned)
    gw_visit_set_pinned (draft, TRUE);
  else
    gw_draft_clear_value (draft, GW_VISIT_PINNED);
  gw_visit_set_pin_reason (draft, pinned ? reason : NULL);
  gw_change_add_draft (change, draft);
}

GwChange *
gw_visit_pin (const GwVisit *visit, gboolean pinned, const char *reason, const char *name)
{
  GwChange *change = change_new (
      pinned ? _ ("%s’s visit kept as it is") : _ ("%s’s visit left to the planner"), name);

  gw_visit_add_pin (change, visit, pinned, reason);
  return change;
}

GwChange *
gw_visit_cancel (const GwVisit *visit, const GwCancellation *cancellation, const char *name)
{
  GwChange *change = change_new (_ ("%s’s visit cancelled"), name);
  g_autoptr (GwDraft) draft = draft_by_hand (visit);

  gw_visit_set_state (draft, GW_VISIT_STATE_CANCELLED);
  gw_visit_set_cancelled_by (draft, cancellation->by);
  gw_visit_set_cancelled_notice (draft, cancellation->notice);
  gw_visit_set_cancelled_pay (draft, cancellation->pay);
  gw_visit_set_cancelled_reason (draft, cancellation->reason);
  gw_change_add_draft (change, draft);
  return change;
}

GwChange *
gw_visit_reinstate (const GwVisit *visit, const char *name)
{
  GwChange *change = change_new (_ ("%s’s visit brought back"), name);
  g_autoptr (GwDraft) draft = draft_by_hand (visit);

  gw_visit_set_state (draft, GW_VISIT_STATE_PLANNED);
  gw_draft_clear_value (draft, GW_VISIT_CANCELLED_BY);
  gw_draft_clear_value (draft, GW_VISIT_CANCELLED_NOTICE);
  gw_draft_clear_value (draft, GW_VISIT_CANCELLED_PAY);
  gw_draft_clear_value (draft, GW_VISIT_CANCELLED_REASON);
  gw_change_add_draft (change, draft);
  return change;
}

GwChange *
gw_visit_set_actual (const GwVisit *visit, GwMinute start, GwMinute end, const char *note,
                     const char *name)
{
  GwChange *change = change_new (_ ("How %s’s visit went was written down"), name);
  g_autoptr (GwDraft) draft = gw_draft_new_for (visit);

  gw_visit_set_actual_start (draft, start);
  gw_visit_set_actual_end (draft, end);
  gw_visit_set_actual_note (draft, note);
  gw_visit_set_state (draft, GW_VISIT_STATE_DONE);
  gw_change_add_draft (change, draft);
  return change;
}

void
gw_visit_add_plan (GwChange *change, const GwVisit *visit, GwDay day, GwMinute start,
                   const GwId *colleagues, guint n_colleagues)
{
  g_autoptr (GwDraft) draft = gw_draft_new_for (visit);

  gw_visit_set_day (draft, day);
  gw_visit_set_start (draft, start);
  gw_visit_set_colleagues (draft, (GwIds){ colleagues, n_colleagues });
  if (n_colleagues > 0)
    gw_draft_clear_value (draft, GW_VISIT_OPEN_SHIFT);
  if (!gw_draft_is_changed (draft))
    return;
  gw_change_add_draft (change, draft);
  gw_change_expect (change, visit, GW_VISIT_STATE);
}
