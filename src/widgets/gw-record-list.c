/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A live list, sorted and filtered by title, behind a single selection. */
#include "config.h"

#include "gw-record-list.h"

#include "gw-empty-state.h"
#include "gw-record-rows.h"

#include <glib/gi18n-lib.h>

struct _GwRecordList
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkWidget *add;
  GtkLabel *count;
  GtkStack *stack;
  GtkListView *list;
  GwEmptyState *empty;

  GwRecordSource *source;
  GwQuery *query;
  GwLiveList *live;
  GtkSortListModel *sorted;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  gboolean is_quiet;
  gboolean show_older;
  gboolean is_new; /* nobody can have scrolled it yet */
  guint scroll_source;
};

enum
{
  SELECTED,
  ADD_WANTED,
  EXPORT_WANTED,
  RELOAD_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GwRecordList, gw_record_list, ADW_TYPE_BIN)

/* What is shown --------------------------------------------------------------------------- */

/* The field by which a list of days is ordered, or −1: a list of names. */
static gint
find_day_field (const GwRecordType *type)
{
  for (guint i = 0; i < 3 && type->title_fields[i] >= 0; i++)
    {
      GwFieldKind kind = type->fields[type->title_fields[i]].kind;
      if (kind == GW_FIELD_DAY || kind == GW_FIELD_INSTANT)
        return type->title_fields[i];
    }
  return -1;
}

static gboolean
is_from_last_week (GwRecordList *self, const GwRecordType *type)
{
  gint field = find_day_field (type);

  return field >= 0 && type->fields[field].kind == GW_FIELD_DAY && !self->show_older;
}

static void
show_count (GwRecordList *self, guint n)
{
  const GwRecordType *type = gw_query_get_record_type (self->query);
  g_autofree char *text = NULL;

  if (n >= GW_RECORD_LIST_LIMIT)
    text = g_strdup_printf (_ ("%s: the first %u; search to find the others"),
                            _ (type->label_plural), n);
  else if (is_from_last_week (self, type))
    /* Translators: what the list holds and how many: "Visits since last week: 420". */
    text = g_strdup_printf (_ ("%s since last week: %u"), _ (type->label_plural), n);
  else
    text = g_strdup_printf (_ ("%s: %u"), _ (type->label_plural), n);
  gtk_label_set_text (self->count, text);
}

static void
show_nothing (GwRecordList *self)
{
  const GwRecordType *type = gw_query_get_record_type (self->query);
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->live)) > 0)
    {
      gw_empty_state_show_words (self->empty, "system-search-symbolic", _ ("Nothing found"),
                                 _ ("Perhaps it is spelt in another way."), _ ("Show all"));
      return;
    }
  title = g_strdup_printf (_ ("%s: none yet"), _ (type->label_plural));
  gw_empty_state_show_words (self->empty, type->icon_name, title,
                             type->append_only
                                 ? _ ("They appear here by themselves.")
                                 : _ ("Add one here, or import a list from the main menu."),
                             type->append_only ? NULL : _ ("Add"));
}

static void
update_state (GwRecordList *self)
{
  guint n = self->filtered != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) : 0;

  if (self->live == NULL)
    return;
  show_count (self, n);
  if (n > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }
  switch (gw_live_list_get_state (self->live))
    {
    case GW_LIVE_LIST_LOADING:
      gw_empty_state_show_loading (self->empty);
      break;
    case GW_LIVE_LIST_FAILED:
      gw_empty_state_show_failure (self->empty, gw_live_list_get_failure (self->live));
      break;
    case GW_LIVE_LIST_READY:
    default:
      show_nothing (self);
      break;
    }
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* Rows that were put before the first one while the list was sorted have pushed it out of sight. */
static gboolean
on_scroll_due (gpointer data)
{
  GwRecordList *self = data;

  self->scroll_source = 0;
  if (self->sorted == NULL || gtk_sort_list_model_get_pending (self->sorted) > 0 ||
      g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0)
    return G_SOURCE_REMOVE;
  self->is_new = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
  return G_SOURCE_REMOVE;
}

/* Later, when all are there, sorted and seen by the view. */
static void
begin_at_top (GwRecordList *self)
{
  if (self->is_new && self->scroll_source == 0 &&
      gw_live_list_get_state (self->live) == GW_LIVE_LIST_READY)
    self->scroll_source = g_idle_add_full (G_PRIORITY_LOW, on_scroll_due, self, NULL);
}

/* Callbacks ------------------------------------------------------------------------------- */

static void
on_state (GwLiveList *live, GParamSpec *pspec, GwRecordList *self)
{
  update_state (self);
  begin_at_top (self);
}

static void
on_pending (GtkSortListModel *sorted, GParamSpec *pspec, GwRecordList *self)
{
  begin_at_top (self);
}

static void
on_rows_changed (GListModel *model, guint position, guint removed, guint added, GwRecordList *self)
{
  update_state (self);
}

static void
on_names_changed (GwRecordSource *source, GwRecordList *self)
{
  GtkSorter *sorter = self->sorted != NULL ? gtk_sort_list_model_get_sorter (self->sorted) : NULL;

  if (sorter != NULL)
    gtk_sorter_changed (sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
on_selected (GtkSingleSelection *selection, GParamSpec *pspec, GwRecordList *self)
{
  GwItem *item = gtk_single_selection_get_selected_item (selection);

  if (item != NULL && !self->is_quiet && gw_item_get_record (item) != NULL)
    g_signal_emit (self, signals[SELECTED], 0, item);
}

static void
on_search_changed (GtkSearchEntry *search, GwRecordList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (search));
  g_autoptr (GtkFilter) filter = gw_record_title_filter (self->source, text);

  if (self->filtered == NULL)
    return;
  gtk_filter_list_model_set_filter (self->filtered, filter);
  update_state (self);
}

static void
on_search_activate (GtkSearchEntry *search, GwRecordList *self)
{
  on_search_changed (search, self);
  if (self->selection == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_single_selection_set_selected (self->selection, 0);
}

static void
on_empty_clicked (GwEmptyState *empty, GwRecordList *self)
{
  if (gw_live_list_get_state (self->live) == GW_LIVE_LIST_FAILED)
    g_signal_emit (self, signals[RELOAD_WANTED], 0, self->live);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->live)) > 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    g_signal_emit (self, signals[ADD_WANTED], 0);
}

static void show_type (GwRecordList *self, const GwRecordType *type);

static void
add_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ADD_WANTED], 0);
}

static void
export_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[EXPORT_WANTED], 0, GW_RECORD_LIST (widget)->query);
}

/* Lifecycle ------------------------------------------------------------------------------- */

static void
show_older_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GwRecordList *self = GW_RECORD_LIST (widget);
  const GwRecordType *type = gw_query_get_record_type (self->query);

  self->show_older = !self->show_older;
  show_type (self, type);
}

static void
drop_models (GwRecordList *self)
{
  g_clear_handle_id (&self->scroll_source, g_source_remove);
  gtk_list_view_set_model (self->list, NULL);
  if (self->live != NULL)
    g_signal_handlers_disconnect_by_data (self->live, self);
  if (self->filtered != NULL)
    g_signal_handlers_disconnect_by_data (self->filtered, self);
  if (self->sorted != NULL)
    g_signal_handlers_disconnect_by_data (self->sorted, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->sorted);
  g_clear_object (&self->live);
  g_clear_pointer (&self->query, gw_query_unref);
}

static void
gw_record_list_dispose (GObject *object)
{
  GwRecordList *self = GW_RECORD_LIST (object);

  if (self->source != NULL)
    {
      drop_models (self);
      g_signal_handlers_disconnect_by_data (self->source, self);
    }
  g_clear_object (&self->source);
  G_OBJECT_CLASS (gw_record_list_parent_class)->dispose (object);
}

static void
add_signals (void)
{
  signals[SELECTED] = g_signal_new ("selected", GW_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, GW_TYPE_ITEM);
  signals[ADD_WANTED] = g_signal_new ("add-wanted", GW_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);
  signals[EXPORT_WANTED] = g_signal_new ("export-wanted", GW_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[RELOAD_WANTED] = g_signal_new ("reload-wanted", GW_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, GW_TYPE_LIVE_LIST);
}

static void
gw_record_list_class_init (GwRecordListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_record_list_dispose;
  add_signals ();
  g_type_ensure (GW_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/widgets/gw-record-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GwRecordList, search);
  gtk_widget_class_bind_template_child (widget_class, GwRecordList, add);
  gtk_widget_class_bind_template_child (widget_class, GwRecordList, count);
  gtk_widget_class_bind_template_child (widget_class, GwRecordList, stack);
  gtk_widget_class_bind_template_child (widget_class, GwRecordList, list);
  gtk_widget_class_bind_template_child (widget_class, GwRecordList, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_empty_clicked);
  gtk_widget_class_install_action (widget_class, "record-list.add", NULL, add_activated);
  gtk_widget_class_install_action (widget_class, "record-list.export", NULL, export_activated);
  gtk_widget_class_install_action (widget_class, "record-list.show-older", NULL,
                                   show_older_activated);
}

static void
gw_record_list_init (GwRecordList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gw_record_list_new (GwRecordSource *source)
{
  GwRecordList *self = g_object_new (GW_TYPE_RECORD_LIST, NULL);
  g_autoptr (GtkListItemFactory) rows = gw_record_rows_new (source, GW_RECORD_ROW_TALL);

  self->source = g_object_ref (source);
  gtk_list_view_set_factory (self->list, rows);
  g_signal_connect (source, "names-changed", G_CALLBACK (on_names_changed), self);
  return GTK_WIDGET (self);
}

static void
show_words_of (GwRecordList *self, const GwRecordType *type)
{
  g_autofree char *find = g_strdup_printf (_ ("Find in: %s"), _ (type->label_plural));

  g_object_set (self->search, "placeholder-text", find, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  find, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (type->label_plural), -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record-list.add", !type->append_only);
  gtk_widget_set_visible (self->add, !type->append_only);
}

/* Lists of names are sorted by title here; lists of days come sorted. */
static GwQuery *
new_query (GwRecordList *self, const GwRecordType *type)
{
  GwQuery *query = gw_query_new (type);
  gint field = find_day_field (type);
  GwDay today = gw_record_source_get_today (self->source);

  gw_query_set_limit (query, GW_RECORD_LIST_LIMIT);
  if (field < 0)
    return query;
  if (is_from_last_week (self, type))
    gw_query_where_between (query, (guint) field, gw_day_add (today, -7).value, G_MAXINT32);
  gw_query_sort (query, (guint) field, !is_from_last_week (self, type));
  for (guint i = 0; i < 3 && type->title_fields[i] >= 0; i++)
    if (type->fields[type->title_fields[i]].kind == GW_FIELD_MINUTE)
      gw_query_sort (query, (guint) type->title_fields[i], FALSE);
  return query;
}

static void
show_type (GwRecordList *self, const GwRecordType *type)
{
  gboolean by_day = find_day_field (type) >= 0;

  drop_models (self);
  self->query = new_query (self, type);
  self->live = gw_record_source_watch (self->source, self->query);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->live)),
                                          by_day ? NULL : gw_record_title_sorter (self->source));
  /* Titles of thousands of rows are not compared in one go: nothing may hold a frame up. */
  gtk_sort_list_model_set_incremental (self->sorted, TRUE);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->sorted)), NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  self->is_new = TRUE;
  g_signal_connect (self->sorted, "notify::pending", G_CALLBACK (on_pending), self);
  g_signal_connect (self->live, "notify::state", G_CALLBACK (on_state), self);
  g_signal_connect (self->filtered, "items-changed", G_CALLBACK (on_rows_changed), self);
  g_signal_connect (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record-list.show-older",
                                 by_day &&
                                     type->fields[find_day_field (type)].kind == GW_FIELD_DAY);
  update_state (self);
}

void
gw_record_list_show (GwRecordList *self, const GwRecordType *type)
{
  g_return_if_fail (GW_IS_RECORD_LIST (self));

  self->show_older = FALSE;
  show_words_of (self, type);
  show_type (self, type);
}

void
gw_record_list_select (GwRecordList *self, GwId id)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (GW_IS_RECORD_LIST (self));

  if (self->selection == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (GwItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      if (gw_id_equal (gw_item_get_id (item), id))
        position = i;
    }
  self->is_quiet = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_quiet = FALSE;
}

void
gw_record_list_focus_search (GwRecordList *self)
{
  g_return_if_fail (GW_IS_RECORD_LIST (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
