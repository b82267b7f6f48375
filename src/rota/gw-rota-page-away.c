/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Somebody is away: what was said becomes one change with the visits it leaves behind, also of weeks
 * that are not on the screen, so that the holes are seen where they will be. Days on which they are
 * away already stay as they are, leave above all, and that is said.
 */
#include "config.h"

#include "gw-rota-away.h"
#include "gw-rota-page-private.h"

#include "gw-absence-change.h"
#include "gw-absence-words.h"
#include "gw-colleague.h"
#include "gw-session-records.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>

/* Time away on its way; keeps the page until its visits are known. */
typedef struct
{
  GwRotaPage *page;
  GwRecord *absence;
  GwRotaAwayThen then;
  GPtrArray *gaps;
  char *known; /* what is there already, a sentence; or NULL */
} Absence;

static void
absence_free (Absence *self)
{
  g_object_unref (self->page);
  gw_record_unref (self->absence);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_free (self->known);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Absence, absence_free)

/* --- words ------------------------------------------------------------------------------------- */

static char *
dup_day (GwDay day)
{
  return gw_day_format (day, C_ ("a day", "%a %-d %b"));
}

static char *
dup_label (Absence *self, guint n_visits)
{
  g_autofree char *name = gw_rota_page_dup_label_name (self->page,
                                                       gw_absence_get_colleague (self->absence));
  g_autofree char *days = gw_absence_dup_days (self->absence);
  /* Translators: a colleague's name, and days: "Tue 24 Nov" */
  g_autofree char *label = g_strdup_printf (_ ("%1$s away, %2$s"), name, days);

  return gw_rota_page_add_to_cover (label, n_visits);
}

/* The first gap alone where there are several: the rest is in what is known. */
static char *
dup_sentence (Absence *self, guint n_visits)
{
  const GwAbsence *absence = g_ptr_array_index (self->gaps, 0);
  g_autofree char *name = gw_rota_page_dup_name (self->page, gw_absence_get_colleague (absence));
  g_autofree char *first = dup_day (gw_absence_get_first_day (absence));
  g_autofree char *last = gw_absence_has_last_day (absence)
                              ? dup_day (gw_absence_get_last_day (absence))
                              : NULL;
  g_autofree char *words = NULL, *whole = NULL;

  if (last == NULL)
    /* Translators: a colleague's name and the first day, "Tue 24 Nov" */
    words = g_strdup_printf (_ ("%1$s is away from %2$s on"), name, first);
  else if (g_str_equal (first, last))
    words = g_strdup_printf (_ ("%1$s is away on %2$s"), name, first);
  else
    words = g_strdup_printf (_ ("%1$s is away from %2$s until %3$s"), name, first, last);
  whole = gw_rota_page_add_to_cover (words, n_visits);
  if (self->known == NULL)
    return g_steal_pointer (&whole);
  /* Translators: what was noted, without a full stop; then a sentence about what was there before */
  return g_strdup_printf (C_ ("noted", "%1$s. %2$s"), whole, self->known);
}

/* --- the way there ------------------------------------------------------------------------------ */

/* The visits that @change takes from whoever is away. */
static GHashTable *
list_left_visits (const GwChange *change)
{
  GHashTable *visits = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);

  for (guint i = 0; i < gw_change_get_n_operations (change); i++)
    {
      const GwOperation *operation = gw_change_get_operation (change, i);
      if (operation->type == &gw_visit_type)
        g_hash_table_add (visits, g_memdup2 (&operation->record_id, sizeof (GwId)));
    }
  return visits;
}

static void
on_visits (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Absence) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      visits = gw_session_query_finish (GW_SESSION (source), result, NULL, &error);
  GwClock *clock = gw_session_get_clock (GW_SESSION (source));
  GwDay today = gw_clock_get_today (clock);
  GwMinute now = gw_clock_get_minute (clock);
  g_autofree char *label = NULL, *sentence = NULL;
  g_autoptr (GwChange) counted = NULL;
  guint n;

  if (visits == NULL)
    {
      gw_rota_page_refuse (self->page, error->message);
      return;
    }
  counted = gw_absence_begin (self->gaps, visits, today, now, "", &n);
  label = dup_label (self, n);
  sentence = dup_sentence (self, n);
  gw_rota_page_send_and_say (
      self->page, gw_absence_begin (self->gaps, visits, today, now, label, NULL), sentence);
  if (self->then == GW_ROTA_AWAY_REPAIR && n > 0)
    {
      g_autoptr (GHashTable) left = list_left_visits (counted);

      gw_rota_page_repair_after (self->page, g_ptr_array_index (self->gaps, 0), left);
    }
}

static void
ask_visits (Absence *self)
{
  const GwAbsence *absence = self->absence;
  g_autoptr (GwQuery) query = gw_query_new (&gw_visit_type);

  gw_query_where_between (
      query, GW_VISIT_DAY, gw_absence_get_first_day (absence).value,
      gw_absence_has_last_day (absence) ? gw_absence_get_last_day (absence).value : G_MAXINT32);
  gw_session_query_async (self->page->session, query, NULL, on_visits, self);
}

static void
on_others (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Absence) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      others = gw_session_query_finish (GW_SESSION (source), result, NULL, &error);
  const GwAbsence *known;

  if (others == NULL)
    {
      gw_rota_page_refuse (self->page, error->message);
      return;
    }
  self->gaps = gw_absence_list_gaps (self->absence, others, &known);
  if (known != NULL)
    {
      g_autofree char *name = gw_rota_page_dup_name (self->page, gw_absence_get_colleague (known));

      self->known = gw_absence_dup_known (known, name);
    }
  if (self->gaps->len == 0)
    gw_rota_page_refuse (self->page, self->known);
  else
    ask_visits (g_steal_pointer (&self));
}

static void
on_away (const GwAbsence *absence, GwRotaAwayThen then, gpointer data)
{
  GwRotaPage *page = data;
  g_autoptr (GwQuery) query = gw_query_new (&gw_absence_type);
  Absence *self = g_new0 (Absence, 1);

  self->page = g_object_ref (page);
  self->absence = gw_record_ref ((GwRecord *) absence);
  self->then = then;
  gw_query_where_id (query, GW_ABSENCE_COLLEAGUE, gw_absence_get_colleague (absence));
  gw_session_query_async (page->session, query, NULL, on_others, self);
}

void
gw_rota_page_ask_away (GwRotaPage *self, GwId colleague, GwDay day)
{
  g_autofree char *name = gw_rota_page_dup_name (self, colleague);

  if (gw_rota_page_may_edit (self))
    gw_rota_ask_away (GTK_WIDGET (self), colleague, name, day,
                      gw_clock_get_today (gw_session_get_clock (self->session)), on_away, self);
}
