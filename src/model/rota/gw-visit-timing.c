/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about one visit: window, cover, state. */
#include "config.h"

#include "gw-visit-timing.h"

/* Give or take, in minutes, where nobody has said otherwise. */
#define TOLERANCE_CRITICAL 15
#define TOLERANCE_AGREED 30
#define TOLERANCE_FLEXIBLE 60
/* A flexible visit without any time may be anywhere in the day that people are awake. */
#define DAY_OPENS (7 * 60)
#define DAY_CLOSES (22 * 60)
/* Times are said in steps of so many minutes. */
#define SAID_MINUTES 5

static gint
get_tolerance (const GwVisit *visit)
{
  if (gw_visit_has_tolerance (visit))
    return CLAMP (gw_visit_get_tolerance (visit).value, 0, GW_MINUTES_A_DAY);
  switch (gw_visit_get_firmness (visit))
    {
    case GW_FIRMNESS_CRITICAL:
      return TOLERANCE_CRITICAL;
    case GW_FIRMNESS_FLEXIBLE:
      return TOLERANCE_FLEXIBLE;
    default:
      return TOLERANCE_AGREED;
    }
}

static gboolean
get_anchor (const GwVisit *visit, gint *out_anchor)
{
  if (gw_visit_has_ideal (visit))
    *out_anchor = gw_visit_get_ideal (visit).value;
  else if (gw_visit_has_start (visit))
    *out_anchor = gw_visit_get_start (visit).value;
  else
    return FALSE;
  /* Merged and damaged files hold any number. */
  *out_anchor = CLAMP (*out_anchor, 0, 2 * GW_MINUTES_A_DAY);
  return TRUE;
}

GwStartWindow
gw_visit_get_window (const GwVisit *visit)
{
  gint duration = CLAMP (gw_visit_get_duration (visit).value, 0, GW_MINUTES_A_DAY);
  gint earliest = DAY_OPENS;
  gint latest = MAX (DAY_OPENS, DAY_CLOSES - duration);
  gint anchor = earliest;
  gboolean anchored = get_anchor (visit, &anchor);

  if (anchored)
    {
      gint tolerance = get_tolerance (visit);

      earliest = MAX (0, anchor - tolerance);
      latest = anchor + tolerance;
    }
  if (gw_visit_has_earliest (visit))
    earliest = gw_visit_get_earliest (visit).value;
  if (gw_visit_has_latest (visit))
    latest = gw_visit_get_latest (visit).value;
  latest = MAX (latest, earliest);
  if (!anchored)
    anchor = earliest + (latest - earliest) / 2;
  return (GwStartWindow){ GW_MINUTE (earliest), GW_MINUTE (CLAMP (anchor, earliest, latest)),
                          GW_MINUTE (latest) };
}

guint
gw_visit_get_needed (const GwVisit *visit)
{
  gint64 needed = gw_visit_get_colleagues_needed (visit);

  return needed < 1 ? 1 : (guint) needed;
}

GwMinute
gw_visit_get_shown_start (const GwVisit *visit)
{
  GwStartWindow window;
  gint middle;

  if (gw_visit_has_start (visit))
    return gw_visit_get_start (visit);
  window = gw_visit_get_window (visit);
  if (gw_visit_has_ideal (visit))
    return window.ideal;
  /* Nobody said when: as people would say it, not 13:07. */
  middle = window.ideal.value - window.ideal.value % SAID_MINUTES;
  return GW_MINUTE (MAX (middle, window.earliest.value));
}

GwMinute
gw_visit_get_end (const GwVisit *visit)
{
  return GW_MINUTE (gw_visit_get_shown_start (visit).value + gw_visit_get_duration (visit).value);
}

GwMinute
gw_visit_get_start_on (const GwVisit *visit, GwDay day)
{
  return GW_MINUTE (gw_day_diff (gw_visit_get_day (visit), day) * GW_MINUTES_A_DAY +
                    gw_visit_get_shown_start (visit).value);
}

gboolean
gw_visit_is_live (const GwVisit *visit)
{
  gint state = gw_visit_get_state (visit);

  return !gw_record_is_deleted (visit) && state != GW_VISIT_STATE_CANCELLED &&
         state != GW_VISIT_STATE_HELD;
}

gboolean
gw_visit_is_covered (const GwVisit *visit)
{
  return gw_visit_is_live (visit) &&
         gw_visit_get_colleagues (visit).n >= gw_visit_get_needed (visit);
}

gboolean
gw_visit_is_before (const GwVisit *visit, GwDay day, GwMinute minute)
{
  gint order = gw_day_compare (gw_visit_get_day (visit), day);

  return order < 0 || (order == 0 && gw_visit_get_shown_start (visit).value < minute.value);
}
