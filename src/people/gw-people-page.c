/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid of cards over a live list, and a form behind it. */
#include "config.h"

#include "gw-people-page.h"

#include "gw-next-visits.h"
#include "gw-person-card.h"

#include "gw-empty-state.h"
#include "gw-form.h"
#include "gw-person.h"
#include "gw-record-rows.h"
#include "gw-session-records.h"

#include <glib/gi18n-lib.h>

#define MOST_PEOPLE 2000

struct _GwPeoplePage
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwWindowTitle *heading;
  AdwBin *start_edge;
  AdwBin *end_edge;
  GtkSearchEntry *search;
  GtkStack *list_stack;
  GtkGridView *grid;
  GwEmptyState *empty;
  AdwBin *form_slot;
  GwForm *form;

  GwSession *session;
  GwNextVisits *next_visits;
  GwLiveList *people;
  GtkSortListModel *sorted;
  GtkFilterListModel *present;
  GtkFilterListModel *found;
  gboolean show_past;
};

G_DEFINE_FINAL_TYPE (GwPeoplePage, gw_people_page, ADW_TYPE_BIN)

/* What is shown --------------------------------------------------------------------------- */

static gboolean
is_present (gpointer item, gpointer user_data)
{
  GwPeoplePage *self = user_data;
  const GwRecord *person = gw_item_get_record (item);
  gint status = person != NULL ? gw_person_get_status (person) : 0;

  return self->show_past || (status != GW_PERSON_MOVED_ON && status != GW_PERSON_DIED);
}

static void
show_empty (GwPeoplePage *self)
{
  switch (gw_live_list_get_state (self->people))
    {
    case GW_LIVE_LIST_LOADING:
      gw_empty_state_show_loading (self->empty);
      break;
    case GW_LIVE_LIST_FAILED:
      gw_empty_state_show_failure (self->empty, gw_live_list_get_failure (self->people));
      break;
    case GW_LIVE_LIST_READY:
    default:
      if (g_list_model_get_n_items (G_LIST_MODEL (self->people)) > 0)
        gw_empty_state_show_words (self->empty, "system-search-symbolic", _ ("Nobody found"),
                                   _ ("Perhaps the name is spelt in another way."), _ ("Show all"));
      else
        gw_empty_state_show_words (self->empty, "avatar-default-symbolic", _ ("Nobody here yet"),
                                   _ ("Add the people you support one by one, "
                                      "or import a list from the main menu."),
                                   _ ("Add person"));
      break;
    }
}

static void
update_state (GwPeoplePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u person we support", "%u people we support", n), n);

  adw_window_title_set_subtitle (self->heading, text);
  if (n == 0)
    show_empty (self);
  gtk_stack_set_visible_child_name (self->list_stack, n > 0 ? "grid" : "empty");
}

static void
show_faces (GwPeoplePage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "faces");
}

static void
show_person (GwPeoplePage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "person");
}

/* Callbacks ------------------------------------------------------------------------------- */

static void
on_state (GwLiveList *people, GParamSpec *pspec, GwPeoplePage *self)
{
  update_state (self);
}

static void
on_rows_changed (GListModel *model, guint position, guint removed, guint added, GwPeoplePage *self)
{
  update_state (self);
}

static void
on_names_changed (GwSession *session, GwPeoplePage *self)
{
  gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->present),
                      GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_search_changed (GtkSearchEntry *search, GwPeoplePage *self)
{
  g_autoptr (GtkFilter) filter = gw_record_title_filter (
      GW_RECORD_SOURCE (self->session), gtk_editable_get_text (GTK_EDITABLE (search)));

  gtk_filter_list_model_set_filter (self->found, filter);
  update_state (self);
}

static void
open_position (GwPeoplePage *self, guint position)
{
  g_autoptr (GwItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (item != NULL && gw_item_get_record (item) != NULL)
    gw_people_page_open (self, item);
}

static void
on_search_activate (GtkSearchEntry *search, GwPeoplePage *self)
{
  on_search_changed (search, self);
  open_position (self, 0);
}

static void
on_activate (GtkGridView *grid, guint position, GwPeoplePage *self)
{
  open_position (self, position);
}

void
gw_people_page_start (GwPeoplePage *self)
{
  g_return_if_fail (GW_IS_PEOPLE_PAGE (self));
  show_person (self);
  /* Somebody new who is half typed is not swept away. */
  if (gw_form_get_item (self->form) == NULL && gw_form_is_changed (self->form))
    {
      gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
      return;
    }
  gw_form_start (self->form, gw_draft_new (&gw_person_type));
}

static void
on_empty_clicked (GwEmptyState *empty, GwPeoplePage *self)
{
  if (gw_live_list_get_state (self->people) == GW_LIVE_LIST_FAILED)
    gw_session_reload (self->session, self->people);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->people)) > 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gw_people_page_start (self);
}

static void
on_saved (GwForm *form, const char *sentence, GwPeoplePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", sentence);
}

static void
on_deleted (GwForm *form, const char *sentence, GwPeoplePage *self)
{
  show_faces (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", sentence);
}

static void
on_closed (GwForm *form, GwPeoplePage *self)
{
  show_faces (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
on_erase_wanted (GwForm *form, GwPeoplePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.erase", NULL);
}

static void
add_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_people_page_start (GW_PEOPLE_PAGE (widget));
}

static void
export_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.export-list", "s", gw_person_type.key);
}

static void
print_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.print-list", "s", gw_person_type.key);
}

/* Cards ----------------------------------------------------------------------------------- */

static void
setup_card (GtkSignalListItemFactory *factory, GtkListItem *list_item, GwPeoplePage *self)
{
  gtk_list_item_set_child (list_item, gw_person_card_new (self->session, self->next_visits));
}

static void
bind_card (GtkSignalListItemFactory *factory, GtkListItem *list_item, GwPeoplePage *self)
{
  gw_person_card_set_item (GW_PERSON_CARD (gtk_list_item_get_child (list_item)),
                           gtk_list_item_get_item (list_item));
}

static void
unbind_card (GtkSignalListItemFactory *factory, GtkListItem *list_item, GwPeoplePage *self)
{
  gw_person_card_set_item (GW_PERSON_CARD (gtk_list_item_get_child (list_item)), NULL);
}

static void
start_grid (GwPeoplePage *self)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_person_type);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  gw_query_set_limit (query, MOST_PEOPLE);
  self->people = gw_session_watch (self->session, query);
  self->sorted = gtk_sort_list_model_new (
      g_object_ref (G_LIST_MODEL (self->people)),
      gw_record_title_sorter (GW_RECORD_SOURCE (self->session)));
  self->present = gtk_filter_list_model_new (
      g_object_ref (G_LIST_MODEL (self->sorted)),
      GTK_FILTER (gtk_custom_filter_new (is_present, self, NULL)));
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->present)), NULL);
  selection = GTK_SELECTION_MODEL (
      gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found))));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_card), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_card), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_card), self);
  gtk_grid_view_set_factory (self->grid, factory);
  gtk_grid_view_set_model (self->grid, selection);
  g_signal_connect (self->people, "notify::state", G_CALLBACK (on_state), self);
  g_signal_connect (self->found, "items-changed", G_CALLBACK (on_rows_changed), self);
}

/* Lifecycle ------------------------------------------------------------------------------- */

static void
show_past_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GwPeoplePage *self = GW_PEOPLE_PAGE (widget);

  self->show_past = !self->show_past;
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->present),
                      GTK_FILTER_CHANGE_DIFFERENT);
  update_state (self);
}

static void
gw_people_page_dispose (GObject *object)
{
  GwPeoplePage *self = GW_PEOPLE_PAGE (object);

  if (self->session != NULL)
    {
      gtk_grid_view_set_model (self->grid, NULL);
      gtk_grid_view_set_factory (self->grid, NULL);
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (self->people, self);
      g_signal_handlers_disconnect_by_data (self->found, self);
      g_signal_handlers_disconnect_by_data (self->form, self);
    }
  g_clear_object (&self->found);
  g_clear_object (&self->present);
  g_clear_object (&self->sorted);
  g_clear_object (&self->people);
  g_clear_object (&self->next_visits);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gw_people_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/people/gw-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GwPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, GwPeoplePage, heading);
  gtk_widget_class_bind_template_child (widget_class, GwPeoplePage, start_edge);
  gtk_widget_class_bind_template_child (widget_class, GwPeoplePage, end_edge);
  gtk_widget_class_bind_template_child (widget_class, GwPeoplePage, search);
  gtk_widget_class_bind_template_child (widget_class, GwPeoplePage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, GwPeoplePage, grid);
  gtk_widget_class_bind_template_child (widget_class, GwPeoplePage, empty);
  gtk_widget_class_bind_template_child (widget_class, GwPeoplePage, form_slot);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_empty_clicked);
}

static void
gw_people_page_class_init (GwPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_people_page_dispose;
  g_type_ensure (GW_TYPE_EMPTY_STATE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "people.add", NULL, add_activated);
  gtk_widget_class_install_action (widget_class, "people.export", NULL, export_activated);
  gtk_widget_class_install_action (widget_class, "people.print", NULL, print_activated);
  gtk_widget_class_install_action (widget_class, "people.show-past", NULL, show_past_activated);
}

static void
gw_people_page_init (GwPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gw_people_page_new (GwSession *session)
{
  GwPeoplePage *self = g_object_new (GW_TYPE_PEOPLE_PAGE, NULL);

  self->session = g_object_ref (session);
  self->next_visits = gw_next_visits_new (session);
  self->form = GW_FORM (gw_form_new (GW_RECORD_SOURCE (session)));
  gw_form_set_back_visible (self->form, TRUE);
  adw_bin_set_child (self->form_slot, GTK_WIDGET (self->form));
  start_grid (self);
  g_signal_connect (session, "names-changed", G_CALLBACK (on_names_changed), self);
  g_signal_connect (self->form, "saved", G_CALLBACK (on_saved), self);
  g_signal_connect (self->form, "deleted", G_CALLBACK (on_deleted), self);
  g_signal_connect (self->form, "closed", G_CALLBACK (on_closed), self);
  g_signal_connect (self->form, "erase-wanted", G_CALLBACK (on_erase_wanted), self);
  update_state (self);
  return GTK_WIDGET (self);
}

void
gw_people_page_open (GwPeoplePage *self, GwItem *item)
{
  g_return_if_fail (GW_IS_PEOPLE_PAGE (self));
  gw_form_edit (self->form, item);
  show_person (self);
}

void
gw_people_page_focus_search (GwPeoplePage *self)
{
  g_return_if_fail (GW_IS_PEOPLE_PAGE (self));
  show_faces (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
gw_people_page_set_edges (GwPeoplePage *self, GtkWidget *start, GtkWidget *end)
{
  g_return_if_fail (GW_IS_PEOPLE_PAGE (self));
  adw_bin_set_child (self->start_edge, start);
  adw_bin_set_child (self->end_edge, end);
}

const GwRecord *
gw_people_page_get_record (GwPeoplePage *self)
{
  GwItem *item;

  g_return_val_if_fail (GW_IS_PEOPLE_PAGE (self), NULL);
  /* A form that is hidden behind the faces is not open. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->form)))
    return NULL;
  item = gw_form_get_item (self->form);
  return item != NULL ? gw_item_get_record (item) : NULL;
}
