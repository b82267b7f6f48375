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

gboolean
gw_absence_takes_shift (const GwAbsence *absence, const GwShift *shift)
{
  gint kind = gw_absence_get_kind (absence);

  return !gw_record_is_deleted (absence) && (kind == GW_ABSENCE_LEAVE || kind == GW_ABSENCE_AWAY) &&
         gw_absence_get_state (absence) == GW_ABSENCE_APPROVED &&
         gw_id_equal (gw_absence_get_colleague (absence), gw_shift_get_colleague (shift)) &&
         gw_absence_covers_day (absence, gw_shift_get_day (shift)) &&
         (!gw_absence_has_start (absence) ||
          gw_absence_get_start (absence).value <= gw_shift_get_start (shift).value) &&
         (!gw_absence_has_end (absence) ||
          gw_absence_get_end (absence).value >= gw_shift_get_end (shift).value);
}

/* --- what is there already ----------------------------------------------------------------------- */

/* Days as plain numbers; both belong to it. */
typedef struct
{
  gint first;
  gint last;
} Days;

static Days
get_days (const GwAbsence *absence)
{
  return (Days){ gw_absence_get_first_day (absence).value,
                 gw_absence_has_last_day (absence) ? gw_absence_get_last_day (absence).value
                                                   : G_MAXINT };
}

/* Whether @other keeps its colleague as long on a day as @absence would. */
static gboolean
takes_the_time (const GwAbsence *other, const GwAbsence *absence)
{
  gint start = gw_absence_has_start (absence) ? gw_absence_get_start (absence).value : 0;
  gint end = gw_absence_has_end (absence) ? gw_absence_get_end (absence).value : GW_MINUTES_A_DAY;

  return !gw_record_is_deleted (other) && gw_absence_get_state (other) == GW_ABSENCE_APPROVED &&
         gw_id_equal (gw_absence_get_colleague (other), gw_absence_get_colleague (absence)) &&
         (!gw_absence_has_start (other) || gw_absence_get_start (other).value <= start) &&
         (!gw_absence_has_end (other) || gw_absence_get_end (other).value >= end);
}

/* Takes @other out of @spans; whether that changed anything. */
static gboolean
cut (GArray *spans, Days other)
{
  gboolean met = FALSE;

  for (guint i = 0; i < spans->len; i++)
    {
      Days days = g_array_index (spans, Days, i);
      Days before = { days.first, MIN (days.last, other.first - 1) };
      Days after = { other.last == G_MAXINT ? G_MAXINT : MAX (days.first, other.last + 1),
                     days.last };

      if (other.last < days.first || days.last < other.first)
        continue;
      met = TRUE;
      g_array_remove_index (spans, i--);
      if (before.first <= before.last)
        g_array_insert_val (spans, ++i, before);
      if (other.last != G_MAXINT && after.first <= after.last)
        g_array_insert_val (spans, ++i, after);
    }
  return met;
}

static GwRecord *
build_part (const GwAbsence *absence, Days days)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_absence_type);

  for (guint field = 0; field < GW_ABSENCE_N_FIELDS; field++)
    {
      g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

      gw_record_get_value (absence, field, &value);
      gw_draft_take_value (draft, field, &value);
    }
  gw_absence_set_first_day (draft, GW_DAY (days.first));
  if (days.last == G_MAXINT)
    gw_draft_clear_value (draft, GW_ABSENCE_LAST_DAY);
  else
    gw_absence_set_last_day (draft, GW_DAY (days.last));
  return gw_draft_build (draft);
}

GPtrArray *
gw_absence_list_gaps (const GwAbsence *absence, GPtrArray *others, const GwAbsence **out_known)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Days));
  const GwAbsence *known = NULL;
  Days all = get_days (absence);

  g_array_append_val (spans, all);
  for (guint i = 0; i < others->len; i++)
    {
      const GwAbsence *other = g_ptr_array_index (others, i);

      if (takes_the_time (other, absence) && cut (spans, get_days (other)) && known == NULL)
        known = other;
    }
  if (known == NULL)
    g_ptr_array_add (gaps, gw_record_ref ((GwRecord *) absence));
  for (guint i = 0; known != NULL && i < spans->len; i++)
    g_ptr_array_add (gaps, build_part (absence, g_array_index (spans, Days, i)));
  if (out_known != NULL)
    *out_known = known;
  return gaps;
}

/* --- the change ---------------------------------------------------------------------------------- */

static const GwAbsence *
find_meeting (GPtrArray *absences, const GwVisit *visit, GwDay today, GwMinute now)
{
  for (guint i = 0; i < absences->len; i++)
    if (gw_absence_meets (g_ptr_array_index (absences, i), visit, today, now))
      return g_ptr_array_index (absences, i);
  return NULL;
}

GwChange *
gw_absence_begin (GPtrArray *absences, GPtrArray *visits, GwDay today, GwMinute now,
                  const char *label, guint *out_n_visits)
{
  GwChange *change = gw_change_new (label);
  guint n = 0;

  for (guint i = 0; i < absences->len; i++)
    gw_change_insert (change, g_ptr_array_index (absences, i));
  for (guint i = 0; i < visits->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);
      const GwAbsence *absence = find_meeting (absences, visit, today, now);
      GwVisitPlacement placement = { gw_visit_get_day (visit), gw_visit_get_shown_start (visit),
                                     GW_ID_NONE, GW_ID_NONE };

      if (absence == NULL)
        continue;
      placement.from = gw_absence_get_colleague (absence);
      gw_visit_add_placement (change, visit, &placement);
      n++;
    }
  if (out_n_visits != NULL)
    *out_n_visits = n;
  return change;
}
