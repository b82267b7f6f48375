/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Windows above the page: the form of a visit or a shift, and what happened to one. */
#include "config.h"

#include "gw-rota-page-private.h"

#include "gw-form.h"
#include "gw-history-view.h"
#include "gw-session-records.h"

#include <glib/gi18n-lib.h>

static void
present_window (GwRotaPage *self, const char *title, GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 640);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_widget_set_vexpand (child, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), child);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
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

static GtkWidget *
new_form (GwRotaPage *self)
{
  GtkWidget *form = gw_form_new (GW_RECORD_SOURCE (self->session));

  g_signal_connect_object (form, "saved", G_CALLBACK (on_form_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "deleted", G_CALLBACK (on_form_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect (form, "closed", G_CALLBACK (on_form_closed), NULL);
  return form;
}

void
gw_rota_page_edit_record (GwRotaPage *self, const GwRecordType *type, GwId id, const char *title)
{
  g_autoptr (GwItem) item = gw_session_get_item (self->session, type, id);
  GtkWidget *form;

  if (gw_item_get_record (item) == NULL || !gw_rota_page_may_edit (self))
    return;
  form = new_form (self);
  present_window (self, title, form);
  gw_form_edit (GW_FORM (form), item);
}

void
gw_rota_page_start_record (GwRotaPage *self, GwDraft *draft, const char *title)
{
  g_autoptr (GwDraft) owned = draft;
  GtkWidget *form;

  if (!gw_rota_page_may_edit (self))
    return;
  form = new_form (self);
  present_window (self, title, form);
  gw_form_start (GW_FORM (form), g_steal_pointer (&owned));
}

void
gw_rota_page_show_history (GwRotaPage *self, const GwRecordType *type, GwId id)
{
  g_autoptr (GwItem) item = gw_session_get_item (self->session, type, id);
  GtkWidget *view;

  if (gw_item_get_record (item) == NULL)
    return;
  view = g_object_new (GW_TYPE_HISTORY_VIEW, NULL);
  gw_history_view_show (GW_HISTORY_VIEW (view), GW_RECORD_SOURCE (self->session),
                        gw_item_get_record (item));
  present_window (self, _ ("History"), view);
}
