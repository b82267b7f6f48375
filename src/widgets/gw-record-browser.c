/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A leaflet of a list and a form, and what goes between them. */
#include "config.h"

#include "gw-record-browser.h"

#include "gw-empty-state.h"
#include "gw-record-list.h"

#include <glib/gi18n-lib.h>

struct _GwRecordBrowser
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  AdwBin *list_slot;
  GtkStack *stack;
  GwEmptyState *nothing;
  AdwBin *form_slot;

  GwRecordSource *source;
  const GwRecordType *type;
  GwRecordList *list;
  GwForm *form;
};

enum
{
  SAID,
  EXPORT_WANTED,
  RELOAD_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GwRecordBrowser, gw_record_browser, ADW_TYPE_BIN)

static void
show_form (GwRecordBrowser *self)
{
  gtk_stack_set_visible_child_name (self->stack, "form");
  adw_leaflet_set_visible_child_name (self->leaflet, "form");
}

static void
show_nothing (GwRecordBrowser *self)
{
  gw_form_clear (self->form);
  gw_record_list_select (self->list, GW_ID_NONE);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
}

static void
on_folded (AdwLeaflet *leaflet, GParamSpec *pspec, GwRecordBrowser *self)
{
  if (self->form != NULL)
    gw_form_set_back_visible (self->form, adw_leaflet_get_folded (leaflet));
}

static void
on_selected (GwRecordList *list, GwItem *item, GwRecordBrowser *self)
{
  gw_form_edit (self->form, item);
  show_form (self);
}

static void
on_add_wanted (GwRecordList *list, GwRecordBrowser *self)
{
  gw_record_browser_start (self);
}

static void
on_export_wanted (GwRecordList *list, gpointer query, GwRecordBrowser *self)
{
  g_signal_emit (self, signals[EXPORT_WANTED], 0, query);
}

static void
on_reload_wanted (GwRecordList *list, GwLiveList *live, GwRecordBrowser *self)
{
  g_signal_emit (self, signals[RELOAD_WANTED], 0, live);
}

static void
on_saved (GwForm *form, const char *sentence, GwRecordBrowser *self)
{
  if (gw_form_get_item (form) != NULL)
    gw_record_list_select (self->list, gw_item_get_id (gw_form_get_item (form)));
  g_signal_emit (self, signals[SAID], 0, sentence);
}

static void
on_deleted (GwForm *form, const char *sentence, GwRecordBrowser *self)
{
  show_nothing (self);
  g_signal_emit (self, signals[SAID], 0, sentence);
}

static void
on_closed (GwForm *form, GwRecordBrowser *self)
{
  show_nothing (self);
  gw_record_list_focus_search (self->list);
}

static void
gw_record_browser_dispose (GObject *object)
{
  GwRecordBrowser *self = GW_RECORD_BROWSER (object);

  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->form = NULL;
  self->list = NULL;
  g_clear_object (&self->source);
  G_OBJECT_CLASS (gw_record_browser_parent_class)->dispose (object);
}

static void
gw_record_browser_class_init (GwRecordBrowserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_record_browser_dispose;
  signals[SAID] = g_signal_new ("said", GW_TYPE_RECORD_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[EXPORT_WANTED] = g_signal_new ("export-wanted", GW_TYPE_RECORD_BROWSER, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[RELOAD_WANTED] = g_signal_new ("reload-wanted", GW_TYPE_RECORD_BROWSER, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, GW_TYPE_LIVE_LIST);
  g_type_ensure (GW_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/goodweek/GoodWeek/widgets/gw-record-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, GwRecordBrowser, leaflet);
  gtk_widget_class_bind_template_child (widget_class, GwRecordBrowser, list_slot);
  gtk_widget_class_bind_template_child (widget_class, GwRecordBrowser, stack);
  gtk_widget_class_bind_template_child (widget_class, GwRecordBrowser, nothing);
  gtk_widget_class_bind_template_child (widget_class, GwRecordBrowser, form_slot);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
}

static void
gw_record_browser_init (GwRecordBrowser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gw_record_browser_new (GwRecordSource *source)
{
  GwRecordBrowser *self = g_object_new (GW_TYPE_RECORD_BROWSER, NULL);

  self->source = g_object_ref (source);
  self->list = GW_RECORD_LIST (gw_record_list_new (source));
  self->form = GW_FORM (gw_form_new (source));
  adw_bin_set_child (self->list_slot, GTK_WIDGET (self->list));
  adw_bin_set_child (self->form_slot, GTK_WIDGET (self->form));
  g_signal_connect (self->list, "selected", G_CALLBACK (on_selected), self);
  g_signal_connect (self->list, "add-wanted", G_CALLBACK (on_add_wanted), self);
  g_signal_connect (self->list, "export-wanted", G_CALLBACK (on_export_wanted), self);
  g_signal_connect (self->list, "reload-wanted", G_CALLBACK (on_reload_wanted), self);
  g_signal_connect (self->form, "saved", G_CALLBACK (on_saved), self);
  g_signal_connect (self->form, "deleted", G_CALLBACK (on_deleted), self);
  g_signal_connect (self->form, "closed", G_CALLBACK (on_closed), self);
  return GTK_WIDGET (self);
}

void
gw_record_browser_show (GwRecordBrowser *self, const GwRecordType *type)
{
  g_return_if_fail (GW_IS_RECORD_BROWSER (self));

  self->type = type;
  gw_record_list_show (self->list, type);
  gw_empty_state_show_words (self->nothing, type->icon_name, _ (type->label_plural),
                             _ ("Choose one from the list to see or change it."), NULL);
  show_nothing (self);
}

void
gw_record_browser_open (GwRecordBrowser *self, GwItem *item)
{
  g_return_if_fail (GW_IS_RECORD_BROWSER (self));

  if (gw_item_get_record_type (item) != self->type)
    gw_record_browser_show (self, gw_item_get_record_type (item));
  gw_record_list_select (self->list, gw_item_get_id (item));
  gw_form_edit (self->form, item);
  show_form (self);
}

void
gw_record_browser_start (GwRecordBrowser *self)
{
  g_return_if_fail (GW_IS_RECORD_BROWSER (self));

  if (self->type == NULL || self->type->append_only)
    return;
  /* What is new and half typed is not swept away. */
  if (gw_form_get_item (self->form) == NULL && gw_form_is_changed (self->form))
    {
      show_form (self);
      return;
    }
  gw_record_list_select (self->list, GW_ID_NONE);
  show_form (self);
  gw_form_start (self->form, gw_draft_new (self->type));
}

void
gw_record_browser_focus_search (GwRecordBrowser *self)
{
  g_return_if_fail (GW_IS_RECORD_BROWSER (self));
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  gw_record_list_focus_search (self->list);
}

GwForm *
gw_record_browser_get_form (GwRecordBrowser *self)
{
  g_return_val_if_fail (GW_IS_RECORD_BROWSER (self), NULL);
  return self->form;
}
