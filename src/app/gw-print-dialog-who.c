/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose sheet: the people or the colleagues who get one, found by name. */
#include "config.h"

#include "gw-print-dialog-private.h"

#include "gw-record-rows.h"
#include "gw-session-records.h"

#include "gw-colleague.h"
#include "gw-person.h"

#define MOST_NAMES 2000

GwItem *
gw_print_dialog_get_who (GwPrintDialog *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

/* People who moved on or died, and colleagues who left, get no sheets. */
static gboolean
gets_sheets (gpointer item, gpointer user_data)
{
  const GwRecord *record = gw_item_get_record (item);

  if (record == NULL)
    return FALSE;
  if (gw_record_get_record_type (record) == &gw_colleague_type)
    return !gw_colleague_has_left (record);
  return gw_person_get_status (record) == GW_PERSON_SUPPORTED ||
         gw_person_get_status (record) == GW_PERSON_RESTING;
}

static void
filter_names (GwPrintDialog *self)
{
  GtkEveryFilter *every = gtk_every_filter_new ();
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  gtk_multi_filter_append (GTK_MULTI_FILTER (every),
                           GTK_FILTER (gtk_custom_filter_new (gets_sheets, NULL, NULL)));
  if (*text != '\0')
    gtk_multi_filter_append (GTK_MULTI_FILTER (every),
                             gw_record_title_filter (GW_RECORD_SOURCE (self->session), text));
  gtk_filter_list_model_set_filter (self->filtered, GTK_FILTER (every));
  g_object_unref (every);
}

static void
select_wanted (GwPrintDialog *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; !gw_id_is_none (self->wanted) && i < n_items; i++)
    {
      g_autoptr (GwItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (!gw_id_equal (gw_item_get_id (item), self->wanted))
        continue;
      self->wanted = GW_ID_NONE;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self->who_list), "list.scroll-to-item", "u", i);
      return;
    }
}

void
gw_print_dialog_show_names (GwPrintDialog *self)
{
  GwRecordSource *source = GW_RECORD_SOURCE (self->session);
  g_autoptr (GwQuery) query = gw_query_new (
      gw_print_dialog_get_kind (self) == GW_SHEET_RUN ? &gw_colleague_type : &gw_person_type);
  GtkSortListModel *sorted;

  gw_query_set_limit (query, MOST_NAMES);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (gw_session_watch (self->session, query)),
                                    gw_record_title_sorter (source));
  gtk_list_view_set_model (self->who_list, NULL);
  g_clear_object (&self->selection);
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (sorted), NULL);
  filter_names (self);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->filtered));
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (gw_print_dialog_make_sheet), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->who_list, GTK_SELECTION_MODEL (self->selection));
  /* The list view must have seen the change before the selection moves. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (select_wanted), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  select_wanted (self);
  gw_print_dialog_make_sheet (self);
}

void
gw_print_dialog_on_search_changed (GtkEditable *search, GwPrintDialog *self)
{
  if (self->filtered != NULL)
    filter_names (self);
}
