/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns that change from a day on. */
#include "config.h"

#include "gw-pattern-split.h"

#include "gw-pattern-generate.h"

static void
copy_fields (GwDraft *draft, const GwRecord *record)
{
  for (guint field = 0; field < GW_VISIT_PATTERN_N_FIELDS; field++)
    {
      g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

      gw_record_get_value (record, field, &value);
      gw_draft_take_value (draft, field, &value);
    }
}

/* The first day from @day on which a pattern of @every_weeks from @first is in a week of its own. */
static GwDay
align_to_rhythm (GwDay first, gint64 every_weeks, GwDay day)
{
  gint weeks = gw_day_diff (gw_day_get_week_start (day), gw_day_get_week_start (first)) / 7;

  if (every_weeks <= 1 || weeks % every_weeks == 0)
    return day;
  return gw_day_add (gw_day_get_week_start (day), 7 * (gint) (every_weeks - weeks % every_weeks));
}

/* One stretch of days that one pattern of the series has from now on. */
typedef struct
{
  const GwRecord *values;
  GwDay first;
  gboolean has_last;
  GwDay last;
} Stretch;

static gboolean
stretch_has (const Stretch *stretch, GwDay day)
{
  return gw_day_compare (day, stretch->first) >= 0 &&
         (!stretch->has_last || gw_day_compare (day, stretch->last) <= 0);
}

static void
update_visit (GwChange *change, const GwVisit *visit, const GwRecord *values)
{
  g_autoptr (GwDraft) draft = gw_draft_new_for (visit);

  if (!gw_visit_pattern_falls_on (values, gw_visit_get_pattern_day (visit)))
    {
      gw_change_delete (change, visit);
      return;
    }
  gw_visit_pattern_copy_to_visit (values, draft);
  if (gw_draft_is_changed (draft))
    gw_change_add_draft (change, draft);
}

static void
update_visits (GwChange *change, GPtrArray *visits, const Stretch *stretch)
{
  for (guint i = 0; i < visits->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);

      if (!gw_record_is_deleted (visit) && !gw_visit_get_exception (visit) &&
          stretch_has (stretch, gw_visit_get_pattern_day (visit)))
        update_visit (change, visit, stretch->values);
    }
}

/* Adds a pattern of @old's series for the stretch, in the old one's rhythm of weeks. */
static void
add_stretch (GwChange *change, const GwVisitPattern *old, const Stretch *stretch, GPtrArray *visits)
{
  GwDay start = align_to_rhythm (gw_visit_pattern_get_first_day (old),
                                 gw_visit_pattern_get_every_weeks (old), stretch->first);
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_visit_pattern_type);
  g_autoptr (GwRecord) values = NULL;
  Stretch placed = *stretch;

  copy_fields (draft, stretch->values);
  gw_visit_pattern_set_series (draft, gw_visit_pattern_get_series_id (old));
  gw_visit_pattern_set_first_day (draft, start);
  if (stretch->has_last)
    gw_visit_pattern_set_last_day (draft, stretch->last);
  else
    gw_draft_clear_value (draft, GW_VISIT_PATTERN_LAST_DAY);
  gw_change_add_draft (change, draft);
  values = gw_draft_build (draft);
  placed.values = values;
  update_visits (change, visits, &placed);
}

/* The change begins with the pattern, so the pattern itself takes the new values. */
static void
edit_from_start (GwChange *change, const GwDraft *edited, const Stretch *between, GPtrArray *visits)
{
  g_autoptr (GwRecord) values = gw_draft_build (edited);
  g_autoptr (GwDraft) draft = gw_draft_new_for (gw_draft_get_base (edited));
  g_autoptr (GwRecord) after = NULL;
  Stretch placed = *between;

  copy_fields (draft, values);
  if (between->has_last)
    gw_visit_pattern_set_last_day (draft, between->last);
  gw_change_add_draft (change, draft);
  after = gw_draft_build (draft);
  placed.values = after;
  update_visits (change, visits, &placed);
}

GwChange *
gw_visit_pattern_split (const GwVisitPattern *pattern, const GwDraft *edited, GwDay from_day,
                        gboolean has_until, GwDay until, GPtrArray *visits, const char *label)
{
  GwChange *change = gw_change_new (label);
  g_autoptr (GwRecord) values = gw_draft_build (edited);
  g_autoptr (GwDraft) ended = gw_draft_new_for (pattern);
  gboolean had_last = gw_visit_pattern_has_last_day (pattern);
  GwDay old_last = gw_visit_pattern_get_last_day (pattern);
  gboolean goes_on = has_until && (!had_last || gw_day_compare (until, old_last) < 0);
  Stretch between = { values, from_day, has_until || had_last,
                      goes_on ? until : (had_last ? old_last : until) };
  Stretch after = { pattern, gw_day_add (until, 1), had_last, old_last };

  if (gw_day_compare (from_day, gw_visit_pattern_get_first_day (pattern)) <= 0)
    edit_from_start (change, edited, &between, visits);
  else
    {
      gw_visit_pattern_set_last_day (ended, gw_day_add (from_day, -1));
      gw_change_add_draft (change, ended);
      add_stretch (change, pattern, &between, visits);
    }
  if (goes_on)
    add_stretch (change, pattern, &after, visits);
  return change;
}
