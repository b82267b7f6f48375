/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words. */
#include "config.h"

#include "gw-absence-words.h"

#include "gw-choices.h"

#include <glib/gi18n-lib.h>

static char *
dup_day (GwDay day)
{
  return gw_day_format (day, C_ ("a day", "%a %-d %b"));
}

char *
gw_absence_dup_days (const GwAbsence *absence)
{
  g_autofree char *first = dup_day (gw_absence_get_first_day (absence));
  g_autofree char *last = NULL;

  if (!gw_absence_has_last_day (absence))
    /* Translators: days without a known end; %s is the first */
    return g_strdup_printf (C_ ("days", "from %s on"), first);
  last = dup_day (gw_absence_get_last_day (absence));
  return g_str_equal (first, last) ? g_strdup (first) : g_strdup_printf ("%s – %s", first, last);
}

char *
gw_absence_dup_known (const GwAbsence *absence, const char *name)
{
  g_autofree char *days = gw_absence_dup_days (absence);

  switch (gw_absence_get_kind (absence))
    {
    case GW_ABSENCE_LEAVE:
      /* Translators: a colleague's name, and days: "Tue 24 Nov" */
      return g_strdup_printf (_ ("%1$s has leave already: %2$s."), name, days);
    case GW_ABSENCE_TRAINING:
      return g_strdup_printf (_ ("%1$s has training already: %2$s."), name, days);
    default:
      return g_strdup_printf (_ ("%1$s is marked as away already: %2$s."), name, days);
    }
}
