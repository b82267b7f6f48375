/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to shifts and to the visits inside them. */
#include "config.h"

#include "gw-shift-change.h"

#include "gw-visit-change.h"
#include "gw-visit-timing.h"

static GwDraft *
draft_by_hand (const GwShift *shift)
{
  GwDraft *draft = gw_draft_new_for (shift);

  if (gw_shift_has_pattern (shift))
    gw_shift_set_exception (draft, TRUE);
  return draft;
}

gboolean
gw_shift_has_visit (const GwShift *shift, const GwVisit *visit)
{
  GwId colleague = gw_shift_get_colleague (shift);

  return !gw_id_is_none (colleague) && gw_visit_is_live (visit) &&
         gw_day_compare (gw_visit_get_day (visit), gw_shift_get_day (shift)) == 0 &&
         gw_ids_has (gw_visit_get_colleagues (visit), colleague) &&
         gw_visit_get_shown_start (visit).value >= gw_shift_get_start (shift).value &&
         gw_visit_get_shown_start (visit).value < gw_shift_get_end (shift).value;
}

GwChange *
gw_shift_give (const GwShift *shift, GPtrArray *visits, GwId to, const char *label)
{
  GwChange *change = gw_change_new (label);
  g_autoptr (GwDraft) draft = draft_by_hand (shift);

  gw_shift_set_colleague (draft, to);
  gw_change_add_draft (change, draft);
  for (guint i = 0; i < visits->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);
      GwVisitPlacement placement;

      if (!gw_shift_has_visit (shift, visit))
        continue;
      placement = (GwVisitPlacement){ gw_visit_get_day (visit), gw_visit_get_shown_start (visit),
                                      gw_shift_get_colleague (shift), to };
      /* Somebody who already is the second colleague of a visit cannot be its first as well. */
      if (gw_ids_has (gw_visit_get_colleagues (visit), to))
        placement.to = GW_ID_NONE;
      gw_visit_add_placement (change, visit, &placement);
    }
  return change;
}

GwChange *
gw_shift_move (const GwShift *shift, GwDay day, GwMinute start, GwMinute end, const char *label)
{
  GwChange *change = gw_change_new (label);
  g_autoptr (GwDraft) draft = draft_by_hand (shift);

  gw_shift_set_day (draft, day);
  gw_shift_set_start (draft, start);
  gw_shift_set_end (draft, end);
  gw_change_add_draft (change, draft);
  return change;
}

GwSpan
gw_shift_get_paid (const GwShift *shift, GTimeZone *zone)
{
  return gw_civil_elapsed (zone, gw_shift_get_day (shift), gw_shift_get_start (shift),
                           gw_shift_get_end (shift));
}
