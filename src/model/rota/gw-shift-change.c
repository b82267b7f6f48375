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

/* Its colleague comes to the visit, or the visit waits with it for somebody. */
static gboolean
is_with (const GwShift *shift, const GwVisit *visit)
{
  GwId colleague = gw_shift_get_colleague (shift);
  GwIds colleagues = gw_visit_get_colleagues (visit);

  if (!gw_id_is_none (colleague))
    return gw_ids_has (colleagues, colleague);
  return colleagues.n < gw_visit_get_needed (visit) &&
         gw_id_equal (gw_visit_get_open_shift (visit), gw_record_get_id (shift));
}

gboolean
gw_shift_has_visit (const GwShift *shift, const GwVisit *visit)
{
  gint start = gw_visit_get_start_on (visit, gw_shift_get_day (shift)).value;

  return gw_visit_is_live (visit) && is_with (shift, visit) &&
         start >= gw_shift_get_start (shift).value && start < gw_shift_get_end (shift).value;
}

/* Whether a visit of the shift still lies inside when the shift is elsewhere. */
static gboolean
keeps_visit (const GwShift *shift, const GwVisit *visit, const GwShiftPlacement *placement)
{
  gint length = gw_shift_get_end (shift).value - gw_shift_get_start (shift).value;
  gint start = gw_visit_get_start_on (visit, placement->day).value;

  /* Somebody who already is the second colleague of a visit cannot be its first as well. */
  if (!gw_id_equal (placement->to, gw_shift_get_colleague (shift)) &&
      gw_ids_has (gw_visit_get_colleagues (visit), placement->to))
    return FALSE;
  return start >= placement->start.value && start < placement->start.value + length;
}

/* Returns whether the visit is to cover then and was not. */
static gboolean
take_along (GwChange *change, const GwShift *shift, const GwVisit *visit,
            const GwShiftPlacement *placement)
{
  gboolean kept = keeps_visit (shift, visit, placement);
  GwId from = gw_shift_get_colleague (shift);
  GwVisitPlacement handover = { gw_visit_get_day (visit), gw_visit_get_shown_start (visit), from,
                                kept ? placement->to : GW_ID_NONE };

  if (kept && gw_id_equal (from, placement->to))
    return FALSE;
  if (kept && gw_id_is_none (placement->to))
    gw_visit_add_opening (change, visit, from, gw_record_get_id (shift));
  else if (gw_id_is_none (from) && gw_id_is_none (handover.to))
    gw_visit_add_opening (change, visit, from, GW_ID_NONE);
  else
    gw_visit_add_placement (change, visit, &handover);
  return !gw_id_is_none (from) && gw_id_is_none (handover.to);
}

GwChange *
gw_shift_place (const GwShift *shift, GPtrArray *visits, const GwShiftPlacement *placement,
                const char *label, guint *out_n_left)
{
  gint length = gw_shift_get_end (shift).value - gw_shift_get_start (shift).value;
  GwChange *change = gw_change_new (label);
  g_autoptr (GwDraft) draft = draft_by_hand (shift);
  guint n_left = 0;

  if (gw_id_is_none (placement->to))
    gw_draft_clear_value (draft, GW_SHIFT_COLLEAGUE);
  else
    gw_shift_set_colleague (draft, placement->to);
  gw_shift_set_day (draft, placement->day);
  gw_shift_set_start (draft, placement->start);
  gw_shift_set_end (draft, GW_MINUTE (placement->start.value + length));
  gw_change_add_draft (change, draft);
  for (guint i = 0; i < visits->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);

      if (gw_shift_has_visit (shift, visit))
        n_left += take_along (change, shift, visit, placement);
    }
  if (out_n_left != NULL)
    *out_n_left = n_left;
  return change;
}

GwSpan
gw_shift_get_paid (const GwShift *shift, GTimeZone *zone)
{
  return gw_civil_elapsed (zone, gw_shift_get_day (shift), gw_shift_get_start (shift),
                           gw_shift_get_end (shift));
}
