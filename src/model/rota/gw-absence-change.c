/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time away, together with the visits it leaves behind. */
#include "config.h"

#include "gw-absence-change.h"

#include "gw-visit-change.h"
#include "gw-visit-timing.h"

gboolean
gw_absence_covers_day (const GwAbsence *absence, GwDay day)
{
  return gw_day_compare (gw_absence_get_first_day (absence), day) <= 0 &&
         (!gw_absence_has_last_day (absence) ||
          gw_day_compare (day, gw_absence_get_last_day (absence)) <= 0);
}

gboolean
gw_absence_meets (const GwAbsence *absence, const GwVisit *visit, GwDay today, GwMinute now)
{
  gint start = gw_absence_has_start (absence) ? gw_absence_get_start (absence).value : 0;
  gint end = gw_absence_has_end (absence) ? gw_absence_get_end (absence).value : G_MAXINT;

  return gw_visit_is_live (visit) &&
         gw_ids_has (gw_visit_get_colleagues (visit), gw_absence_get_colleague (absence)) &&
         gw_absence_covers_day (absence, gw_visit_get_day (visit)) &&
         gw_visit_get_shown_start (visit).value < end && gw_visit_get_end (visit).value > start &&
         !gw_visit_is_before (visit, today, now);
}

GwChange *
gw_absence_begin (const GwAbsence *absence, GPtrArray *visits, GwDay today, GwMinute now,
                  const char *label, guint *out_n_visits)
{
  GwChange *change = gw_change_new (label);
  guint n = 0;

  gw_change_insert (change, absence);
  for (guint i = 0; i < visits->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);
      GwVisitPlacement placement = { gw_visit_get_day (visit), gw_visit_get_shown_start (visit),
                                     gw_absence_get_colleague (absence), GW_ID_NONE };

      if (!gw_absence_meets (absence, visit, today, now))
        continue;
      gw_visit_add_placement (change, visit, &placement);
      n++;
    }
  if (out_n_visits != NULL)
    *out_n_visits = n;
  return change;
}
