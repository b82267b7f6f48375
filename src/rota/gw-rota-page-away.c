/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Somebody is away: what was said becomes one change with the visits it leaves behind, also of weeks
 * that are not on the screen, so that the holes are seen where they will be.
 */
#include "config.h"

#include "gw-rota-away.h"
#include "gw-rota-page-private.h"

#include "gw-absence-change.h"
#include "gw-colleague.h"
#include "gw-session-records.h"

#include <glib/gi18n-lib.h>

/* Time away on its way; keeps the page until its visits are known. */
typedef struct
{
  GwRotaPage *page;
  GwRecord *absence;
} Absence;

static void
absence_free (Absence *self)
{
  g_object_unref (self->page);
  gw_record_unref (self->absence);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Absence, absence_free)

static char *
dup_label (GwRotaPage *page, const GwAbsence *absence, guint n_visits)
{
  g_autofree char *name = gw_rota_page_dup_label_name (page, gw_absence_get_colleague (absence));

  if (n_visits == 0)
    /* Translators: %s is a colleague's name */
    return g_strdup_printf (_ ("Mark %s as away"), name);
  /* Translators: %s is a colleague's name, %u how many visits are then without her */
  return g_strdup_printf (ngettext ("Mark %s as away: %u visit to cover",
                                    "Mark %s as away: %u visits to cover", n_visits),
                          name, n_visits);
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
  g_autofree char *label = NULL;
  guint n = 0;

  if (visits == NULL)
    {
      gw_rota_page_refuse (self->page, error->message);
      return;
    }
  for (guint i = 0; i < visits->len; i++)
    n += gw_absence_meets (self->absence, g_ptr_array_index (visits, i), today, now);
  label = dup_label (self->page, self->absence, n);
  gw_rota_page_send (self->page, gw_absence_begin (self->absence, visits, today, now, label, NULL));
}

static void
on_away (const GwAbsence *absence, gpointer data)
{
  GwRotaPage *page = data;
  g_autoptr (GwQuery) query = gw_query_new (&gw_visit_type);
  Absence *self = g_new0 (Absence, 1);

  self->page = g_object_ref (page);
  self->absence = gw_record_ref ((GwRecord *) absence);
  gw_query_where_between (
      query, GW_VISIT_DAY, gw_absence_get_first_day (absence).value,
      gw_absence_has_last_day (absence) ? gw_absence_get_last_day (absence).value : G_MAXINT32);
  gw_session_query_async (page->session, query, NULL, on_visits, self);
}

void
gw_rota_page_ask_away (GwRotaPage *self, GwId colleague, GwDay day)
{
  g_autofree char *name = gw_rota_page_dup_name (self, colleague);

  if (gw_rota_page_may_edit (self))
    gw_rota_ask_away (GTK_WIDGET (self), colleague, name, day,
                      gw_clock_get_today (gw_session_get_clock (self->session)), on_away, self);
}
