/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list is asked for when the popover is shown first, and follows the source from then on. */
#include "config.h"

#include "gw-record-chooser.h"

#include "gw-record-rows.h"

#define MOST_RECORDS 2000

struct _GwRecordChooser
{
  GtkPopover parent_instance;

  GtkSearchEntry *search;
  GtkListView *list;

  GwRecordSource *source;
  const GwRecordType *type;
  GtkFilterListModel *filtered;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GwRecordChooser, gw_record_chooser, GTK_TYPE_POPOVER)

static void
choose (GwRecordChooser *self, guint position)
{
  g_autoptr (GwItem) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (item == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_signal_emit (self, signals[CHOSEN], 0, item);
}

static void
on_search_changed (GtkSearchEntry *search, GwRecordChooser *self)
{
  g_autoptr (GtkFilter) filter = NULL;

  if (self->filtered == NULL)
    return;
  filter = gw_record_title_filter (self->source, gtk_editable_get_text (GTK_EDITABLE (search)));
  gtk_filter_list_model_set_filter (self->filtered, filter);
}

static void
on_search_activate (GtkSearchEntry *search, GwRecordChooser *self)
{
  on_search_changed (search, self);
  choose (self, 0);
}

static void
on_row_activate (GtkListView *list, guint position, GwRecordChooser *self)
{
  choose (self, position);
}

static void
start_list (GwRecordChooser *self)
{
  g_autoptr (GwQuery) query = gw_query_new (self->type);
  g_autoptr (GtkListItemFactory) rows = gw_record_rows_new (self->source, GW_RECORD_ROW_LOW);
  g_autoptr (GtkSelectionModel) selection = NULL;
  GtkSortListModel *sorted;
  GwLiveList *live;

  gw_query_set_limit (query, MOST_RECORDS);
  live = gw_record_source_watch (self->source, query);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (live), gw_record_title_sorter (self->source));
  /* Titles of thousands of rows are not compared in one go: nothing may hold a frame up. */
  gtk_sort_list_model_set_incremental (sorted, TRUE);
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (sorted), NULL);
  selection = GTK_SELECTION_MODEL (
      gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->filtered))));
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_model (self->list, selection);
}

static void
gw_record_chooser_show (GtkWidget *widget)
{
  GwRecordChooser *self = GW_RECORD_CHOOSER (widget);

  if (self->filtered == NULL)
    start_list (self);
  GTK_WIDGET_CLASS (gw_record_chooser_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
gw_record_chooser_dispose (GObject *object)
{
  GwRecordChooser *self = GW_RECORD_CHOOSER (object);

  g_clear_object (&self->filtered);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (gw_record_chooser_parent_class)->dispose (object);
}

static void
gw_record_chooser_class_init (GwRecordChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_record_chooser_dispose;
  widget_class->show = gw_record_chooser_show;
  signals[CHOSEN] = g_signal_new ("chosen", GW_TYPE_RECORD_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, GW_TYPE_ITEM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/goodweek/GoodWeek/widgets/gw-record-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, GwRecordChooser, search);
  gtk_widget_class_bind_template_child (widget_class, GwRecordChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activate);
}

static void
gw_record_chooser_init (GwRecordChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gw_record_chooser_new (GwRecordSource *source, const GwRecordType *type)
{
  GwRecordChooser *self = g_object_new (GW_TYPE_RECORD_CHOOSER, NULL);

  self->source = g_object_ref (source);
  self->type = type;
  return GTK_WIDGET (self);
}
