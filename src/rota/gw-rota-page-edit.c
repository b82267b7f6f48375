/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people do to visits: each builds a change, submits it, and says what happened. */
#include "config.h"

#include "gw-rota-page-private.h"
#include "gw-rota-questions.h"

#include "gw-form.h"
#include "gw-name.h"
#include "gw-session-edit.h"
#include "gw-session-records.h"
#include "gw-visit-change.h"

#include <glib/gi18n-lib.h>

/* A change on its way; keeps the page until the answer. */
typedef struct
{
  GwRotaPage *page;
  GwChange *change;
} Sending;

static void
sending_free (Sending *sending)
{
  g_object_unref (sending->page);
  gw_change_unref (sending->change);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

static void
refuse (GwRotaPage *self, const char *sentence)
{
  gw_rota_page_set_detail (self, g_strdup (sentence));
  gw_rota_page_say (self, sentence, FALSE);
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Sending) sending = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwCommit) commit = gw_session_submit_finish (GW_SESSION (source), result, &error);

  if (commit != NULL)
    {
      gw_rota_page_say (sending->page, gw_change_get_label (sending->change), TRUE);
      return;
    }
  gw_board_put_back (sending->page->board);
  refuse (sending->page, error->message);
}

/* Takes @change. */
static void
send (GwRotaPage *self, GwChange *change)
{
  Sending *sending = g_new0 (Sending, 1);

  if (gw_change_is_empty (change))
    {
      gw_board_put_back (self->board);
      gw_change_unref (change);
      g_free (sending);
      return;
    }
  sending->page = g_object_ref (self);
  sending->change = change;
  gw_session_submit_async (self->session, change, NULL, on_submitted, sending);
}

static char *
dup_person (GwRotaPage *self, const GwRecord *visit)
{
  const GwRecord *person = gw_rota_week_find_person (self->week, gw_visit_get_person (visit));

  if (person == NULL)
    return g_strdup ("…");
  /* The name goes into the label of the change, which is said aloud. */
  return gw_session_get_hide_names (self->session) ? gw_record_dup_initials (person)
                                                   : gw_person_dup_name (person, FALSE);
}

static const GwRecord *
find_visit (GwRotaPage *self, GwId id)
{
  GwBoardWeek *board = gw_board_get_week (self->board);

  for (guint i = 0; board != NULL && i < gw_board_week_get_n_entries (board); i++)
    if (gw_id_equal (gw_board_week_get_entry (board, i)->visit_id, id))
      return gw_board_week_get_entry (board, i)->visit;
  return NULL;
}

static void
move_visit (GwRotaPage *self, const GwBoardMove *move)
{
  const GwRecord *visit = find_visit (self, move->visit);
  g_autofree char *name = NULL;

  if (gw_session_is_read_only (self->session))
    {
      gw_board_put_back (self->board);
      refuse (self, _ ("This file was opened to look only."));
      return;
    }
  if (gw_rota_page_is_previewing (self) || visit == NULL)
    {
      gw_board_put_back (self->board);
      refuse (self, _ ("Accept the plan or leave it as it was first."));
      return;
    }
  name = dup_person (self, visit);
  send (self,
        gw_rota_pricer_build_change (gw_rota_week_get_pricer (self->week), move, visit, name));
}

static void
on_dropped (GwBoard *board, const GwBoardMove *move, GwRotaPage *self)
{
  move_visit (self, move);
}

static void
on_moved (GwRotaInspector *inspector, const GwBoardMove *move, GwRotaPage *self)
{
  GwBoardMove copy = *move;
  move_visit (self, &copy);
}

static void
on_refused (GwBoard *board, const char *sentence, GwRotaPage *self)
{
  refuse (self, sentence);
}

static void
on_time_chosen (GwMinute start, gpointer data)
{
  GwRotaPage *self = data;
  gint index = gw_board_get_focus_entry (self->board);
  const GwBoardEntry *entry;
  GwBoardMove move;

  if (index < 0)
    return;
  entry = gw_board_week_get_entry (gw_board_get_week (self->board), (guint) index);
  move = (GwBoardMove){
    .visit = entry->visit_id,
    .from = entry->colleague,
    .to = entry->colleague,
    .day = gw_visit_get_day (entry->visit),
    .start = start,
  };
  g_auto (GwBoardVerdict) verdict = { GW_BOARD_UNKNOWN, NULL, start };
  gw_board_pricer_price (GW_BOARD_PRICER (gw_rota_week_get_pricer (self->week)), &move, &verdict);
  if (verdict.severity == GW_BOARD_CANNOT)
    refuse (self, verdict.sentence);
  else
    move_visit (self, &move);
}

static void
ask_time (GwRotaPage *self, gint index)
{
  const GwBoardEntry *entry = gw_board_week_get_entry (gw_board_get_week (self->board),
                                                       (guint) index);
  GdkRectangle box;

  gw_board_focus_entry (self->board, index);
  if (gw_board_get_entry_box (self->board, index, &box))
    gw_rota_ask_time (GTK_WIDGET (self->board), &box, GW_MINUTE (entry->start), on_time_chosen,
                      self);
}

static void
on_cancel_chosen (const GwCancellation *cancellation, gpointer data)
{
  GwRotaPage *self = data;
  gint index = gw_board_get_focus_entry (self->board);
  const GwBoardEntry *entry;
  g_autofree char *name = NULL;

  if (index < 0)
    return;
  entry = gw_board_week_get_entry (gw_board_get_week (self->board), (guint) index);
  name = dup_person (self, entry->visit);
  send (self, gw_visit_cancel (entry->visit, cancellation, name));
}

static void
ask_cancel (GwRotaPage *self, gint index)
{
  GwClock *clock = gw_session_get_clock (self->session);
  const GwBoardEntry *entry = gw_board_week_get_entry (gw_board_get_week (self->board),
                                                       (guint) index);
  GwDay day = gw_visit_get_day (entry->visit);
  gint notice = gw_day_diff (day, gw_clock_get_today (clock)) * GW_MINUTES_A_DAY + entry->start -
                gw_clock_get_minute (clock).value;

  gw_board_focus_entry (self->board, index);
  gw_rota_ask_cancel (GTK_WIDGET (self), gw_board_get_week (self->board), (guint) index,
                      GW_SPAN (MAX (notice, 0)), on_cancel_chosen, self);
}

static void
pin (GwRotaPage *self, const GwRecord *visit)
{
  g_autofree char *name = dup_person (self, visit);
  send (self, gw_visit_pin (visit, !gw_visit_get_pinned (visit), NULL, name));
}

static void
copy (GwRotaPage *self, const GwBoardEntry *entry)
{
  g_autofree char *name = dup_person (self, entry->visit);
  send (self, gw_visit_copy (entry->visit, gw_visit_get_day (entry->visit),
                             GW_MINUTE (entry->start), name));
}

static gboolean
may_edit (GwRotaPage *self)
{
  if (gw_rota_page_is_previewing (self))
    refuse (self, _ ("Accept the plan or leave it as it was first."));
  else if (gw_session_is_read_only (self->session))
    refuse (self, _ ("This file was opened to look only."));
  else
    return TRUE;
  return FALSE;
}

static void
edit (GwRotaPage *self, GwBoardDeed deed, gint index)
{
  const GwBoardEntry *entry = gw_board_week_get_entry (gw_board_get_week (self->board),
                                                       (guint) index);
  gboolean past = (entry->flags & GW_BOARD_ENTRY_PAST) != 0;

  if (!may_edit (self))
    return;
  if (deed == GW_BOARD_DEED_PIN)
    pin (self, entry->visit);
  else if (deed == GW_BOARD_DEED_COPY)
    copy (self, entry);
  else if (past)
    refuse (self, _ ("What is past stays as it was planned. Write down the actual times instead."));
  else if (deed == GW_BOARD_DEED_TIME)
    ask_time (self, index);
  else
    ask_cancel (self, index);
}

static void
on_acted (GwBoard *board, gint deed, gint index, GwRotaPage *self)
{
  if (deed == GW_BOARD_DEED_OPEN)
    gw_rota_page_inspect (self, index, GW_ROTA_SECTION_DETAILS);
  else if (deed == GW_BOARD_DEED_SUGGEST)
    gw_rota_page_inspect (self, index, GW_ROTA_SECTION_SUGGEST);
  else if (deed == GW_BOARD_DEED_WHY)
    gw_rota_page_inspect (self, index, GW_ROTA_SECTION_WHY);
  else
    edit (self, (GwBoardDeed) deed, index);
}

static void
on_inspector_acted (GwRotaInspector *inspector, gint deed, GwRotaPage *self)
{
  GwBoardWeek *board = gw_board_get_week (self->board);
  GwId visit = gw_rota_inspector_get_visit (inspector);
  gint index = gw_board_get_focus_entry (self->board);

  /* The inspector may show another visit than the one that has the focus. */
  if (index < 0 || !gw_id_equal (gw_board_week_get_entry (board, (guint) index)->visit_id, visit))
    for (guint i = 0; i < gw_board_week_get_n_entries (board); i++)
      if (gw_id_equal (gw_board_week_get_entry (board, i)->visit_id, visit))
        index = (gint) i;
  if (index >= 0 && gw_board_focus_entry (self->board, index))
    edit (self, (GwBoardDeed) deed, index);
}

static void
on_form_saved (GwRotaPage *self, const char *sentence, GtkWidget *form)
{
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (form)));
  gw_rota_page_say (self, sentence, TRUE);
}

static void
on_form_closed (GtkWidget *form)
{
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (form)));
}

static void
on_edit_asked (GwRotaInspector *inspector, GwRotaPage *self)
{
  GwId visit = gw_rota_inspector_get_visit (inspector);
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_visit_type, visit);
  GtkWidget *window, *box, *form;

  if (gw_item_get_record (item) == NULL || !may_edit (self))
    return;
  window = adw_window_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  form = gw_form_new (GW_RECORD_SOURCE (self->session));
  gtk_window_set_title (GTK_WINDOW (window), _ ("Visit"));
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 640);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_widget_set_vexpand (form, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), form);
  adw_window_set_content (ADW_WINDOW (window), box);
  g_signal_connect_object (form, "saved", G_CALLBACK (on_form_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "deleted", G_CALLBACK (on_form_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect (form, "closed", G_CALLBACK (on_form_closed), NULL);
  gw_form_edit (GW_FORM (form), item);
  gtk_window_present (GTK_WINDOW (window));
}

void
gw_rota_page_connect_edits (GwRotaPage *self)
{
  g_signal_connect (self->board, "dropped", G_CALLBACK (on_dropped), self);
  g_signal_connect (self->board, "refused", G_CALLBACK (on_refused), self);
  g_signal_connect (self->board, "acted", G_CALLBACK (on_acted), self);
  g_signal_connect (self->inspector, "moved", G_CALLBACK (on_moved), self);
  g_signal_connect (self->inspector, "acted", G_CALLBACK (on_inspector_acted), self);
  g_signal_connect (self->inspector, "edit-asked", G_CALLBACK (on_edit_asked), self);
}
