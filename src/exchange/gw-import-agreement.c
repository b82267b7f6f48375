/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times, windows, lengths and what was agreed, for visits and for regular visits alike. */
#include "config.h"

#include "gw-import-agreement.h"

#include "gw-import-cells.h"

#include "gw-civil-parse.h"

#include <glib/gi18n-lib.h>

/* A visit that ends before it starts goes on past midnight; but nobody visits for so many minutes,
 * so then two times were mixed up. */
#define MOST_OVERNIGHT (14 * 60)

gint
gw_import_read_time (GwImport *self, guint field, const GwDay *day)
{
  const char *cell = gw_import_cell (self, field);
  GwMinute minute;
  GwDay said;

  if (*cell == '\0' || (day != NULL && self->row_is_bad))
    return GW_IMPORT_SAID_NOTHING;
  if (day != NULL &&
      gw_cell_read_moment (cell, self->settings.zone, self->settings.today, &said, &minute))
    return minute.value + CLAMP (gw_day_diff (said, *day), 0, 1) * GW_MINUTES_A_DAY;
  if (gw_cell_read_minute (cell, &minute))
    return minute.value;
  gw_import_complain_cell (self, field,
                           _ ("“%s” is not a time. It could be 08:00, 8.30pm or 20:15."));
  return GW_IMPORT_SAID_NOTHING;
}

void
gw_import_read_window (GwImport *self, guint earliest, guint latest, guint times, const GwDay *day,
                       GwImportWindow *window)
{
  GwMinute start, end;

  window->earliest = gw_import_read_time (self, earliest, day);
  window->latest = gw_import_read_time (self, latest, day);
  if (!gw_import_has (self, times))
    return;
  if (!gw_minute_range_parse (gw_import_cell (self, times), &start, &end))
    {
      gw_import_complain_cell (
          self, times, _ ("“%s” is not a start and an end. It could be 7-14 or 07:00–14:00."));
      return;
    }
  window->earliest = start.value;
  window->latest = end.value;
}

gint
gw_import_read_length (GwImport *self, guint field, guint end_field, gint start, gint end)
{
  GwSpan span;

  if (gw_import_has (self, field))
    {
      if (gw_cell_read_span (gw_import_cell (self, field), &span))
        return span.value;
      gw_import_complain_cell (self, field,
                               _ ("“%s” is not a length of time. It could be 30 or 1h15."));
      return GW_IMPORT_SAID_NOTHING;
    }
  if (start == GW_IMPORT_SAID_NOTHING || end == GW_IMPORT_SAID_NOTHING)
    return GW_IMPORT_SAID_NOTHING;
  if (end > start)
    return end - start;
  if (end + GW_MINUTES_A_DAY - start > MOST_OVERNIGHT)
    gw_import_complain_cell (self, end_field, _ ("The end, “%s”, comes before the start."));
  return end + GW_MINUTES_A_DAY - start;
}

void
gw_import_set_if_said (GwDraft *draft, guint record_field, gint number)
{
  if (number != GW_IMPORT_SAID_NOTHING)
    gw_draft_set_integer (draft, record_field, number);
}

void
gw_import_take_agreement (GwImport *self, GwDraft *draft, const GwImportAgreement *agreement)
{
#define PAIR(of) agreement->of.record_field, agreement->of.field
  gw_import_take_span (self, draft, PAIR (tolerance), FALSE);
  gw_import_take_choices (self, draft, PAIR (firmness));
  gw_import_take_choices (self, draft, PAIR (kind));
  gw_import_take (self, draft, PAIR (purpose));
  gw_import_take_skills (self, draft, PAIR (skills));
  gw_import_take (self, draft, PAIR (funder));
  gw_import_take (self, draft, PAIR (rate));
#undef PAIR
}
