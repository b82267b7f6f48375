/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections at the side, one browser that shows the section's type. */
#include "config.h"

#include "gw-team-page.h"

#include "gw-pattern-question.h"

#include "gw-absence.h"
#include "gw-availability.h"
#include "gw-colleague.h"
#include "gw-competence.h"
#include "gw-key-shown.h"
#include "gw-meeting.h"
#include "gw-place.h"
#include "gw-record-browser.h"
#include "gw-role-time.h"
#include "gw-session-records.h"
#include "gw-shift-pattern.h"
#include "gw-shift.h"
#include "gw-skill.h"
#include "gw-team.h"
#include "gw-travel-override.h"
#include "gw-visit-pattern.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

#define TYPE_KEY "gw-record-type"

/** GwSection: a row at the side. @heading starts a group of rows. */
typedef struct
{
  const char *heading;
  const GwRecordType *type;
} GwSection;

static const GwSection sections[] = {
  { N_ ("Each other"), &gw_colleague_type },
  { NULL, &gw_absence_type },
  { NULL, &gw_availability_type },
  { N_ ("Learning"), &gw_competence_type },
  { NULL, &gw_skill_type },
  { N_ ("Regular"), &gw_visit_pattern_type },
  { NULL, &gw_shift_pattern_type },
  { NULL, &gw_meeting_type },
  { NULL, &gw_role_time_type },
  { N_ ("This and every week"), &gw_visit_type },
  { NULL, &gw_shift_type },
  { N_ ("Where"), &gw_team_type },
  { NULL, &gw_place_type },
  { NULL, &gw_travel_override_type },
  { NULL, &gw_key_shown_type },
};

#define WAITING_KEY "gw-waiting"

struct _GwTeamPage
{
  AdwBin parent_instance;

  AdwWindowTitle *heading;
  AdwBin *start_edge;
  AdwBin *end_edge;
  GtkListBox *sections;
  AdwBin *slot;
  GwRecordBrowser *browser;

  GwSession *session;
  GwLiveList *waiting;
};

G_DEFINE_FINAL_TYPE (GwTeamPage, gw_team_page, ADW_TYPE_BIN)

static const GwRecordType *
get_row_type (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), TYPE_KEY);
}

static void
on_section_selected (GtkListBox *list, GtkListBoxRow *row, GwTeamPage *self)
{
  if (row == NULL || self->browser == NULL)
    return;
  adw_window_title_set_subtitle (self->heading, _ (get_row_type (row)->label_plural));
  gw_record_browser_show (self->browser, get_row_type (row));
  /* There is a sheet for the list of colleagues alone. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.print",
                                 get_row_type (row) == &gw_colleague_type);
}

static void
on_said (GwRecordBrowser *browser, const char *sentence, GwTeamPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", sentence);
}

static void
on_export_wanted (GwRecordBrowser *browser, gpointer query, GwTeamPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.export-list", "s",
                              gw_query_get_record_type (query)->key);
}

static void
print_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.print-list", "s", gw_colleague_type.key);
}

/* A regular visit has made visits already: from when on are they to be different? */
static gboolean
on_save_asked (GwForm *form, const GwDraft *draft, GwTeamPage *self)
{
  if (gw_draft_get_record_type (draft) != &gw_visit_pattern_type)
    return FALSE;
  gw_pattern_question_present (form, self->session, draft);
  return TRUE;
}

static void
on_erase_wanted (GwForm *form, GwTeamPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.erase", NULL);
}

static void
on_reload_wanted (GwRecordBrowser *browser, GwLiveList *live, GwTeamPage *self)
{
  gw_session_reload (self->session, live);
}

static GtkWidget *
create_section (const GwSection *section)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_ (section->type->label_plural));
  GtkWidget *waiting = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (section->type->icon_name));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (waiting, "gw-waiting");
  gtk_widget_add_css_class (waiting, "numeric");
  gtk_widget_set_valign (waiting, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (waiting, FALSE);
  gtk_box_append (GTK_BOX (box), waiting);
  g_object_set_data (G_OBJECT (row), WAITING_KEY, waiting);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), TYPE_KEY, (gpointer) section->type);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (section->type->label_plural), -1);
  return row;
}

static void
show_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *heading = sections[gtk_list_box_row_get_index (row)].heading;
  GtkWidget *label;

  if (heading == NULL)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (_ (heading));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_start (label, 14);
  gtk_widget_set_margin_top (label, before != NULL ? 8 : 4);
  gtk_widget_set_margin_bottom (label, 2);
  gtk_list_box_row_set_header (row, label);
}

static GtkListBoxRow *
find_section (GwTeamPage *self, const GwRecordType *type)
{
  GtkListBoxRow *row;

  for (gint i = 0; (row = gtk_list_box_get_row_at_index (self->sections, i)) != NULL; i++)
    if (get_row_type (row) == type)
      return row;
  return NULL;
}

/* The number at Team in the sidebar is here as well, where the answer is given. */
static void
show_waiting (GwTeamPage *self)
{
  GtkListBoxRow *row = find_section (self, &gw_absence_type);
  GtkWidget *label = g_object_get_data (G_OBJECT (row), WAITING_KEY);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->waiting));
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u request for time off waits for an answer",
                "%u requests for time off wait for an answer", n),
      n);

  gtk_label_set_label (GTK_LABEL (label), count);
  gtk_widget_set_visible (label, n > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), n > 0 ? words : NULL);
  /* The row's name says nothing of the number. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  n > 0 ? words : "", -1);
}

static void
follow_waiting (GwTeamPage *self)
{
  g_autoptr (GwQuery) query = gw_team_page_new_waiting_query ();

  self->waiting = gw_session_watch (self->session, query);
  g_signal_connect_object (self->waiting, "items-changed", G_CALLBACK (show_waiting), self,
                           G_CONNECT_SWAPPED);
  show_waiting (self);
}

static void
gw_team_page_dispose (GObject *object)
{
  GwTeamPage *self = GW_TEAM_PAGE (object);

  if (self->browser != NULL)
    g_signal_handlers_disconnect_by_data (self->browser, self);
  self->browser = NULL;
  g_clear_object (&self->waiting);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gw_team_page_parent_class)->dispose (object);
}

static void
gw_team_page_class_init (GwTeamPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_team_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/team/gw-team-page.ui");
  gtk_widget_class_install_action (widget_class, "records.print", NULL, print_activated);
  gtk_widget_class_bind_template_child (widget_class, GwTeamPage, heading);
  gtk_widget_class_bind_template_child (widget_class, GwTeamPage, start_edge);
  gtk_widget_class_bind_template_child (widget_class, GwTeamPage, end_edge);
  gtk_widget_class_bind_template_child (widget_class, GwTeamPage, sections);
  gtk_widget_class_bind_template_child (widget_class, GwTeamPage, slot);
  gtk_widget_class_bind_template_callback (widget_class, on_section_selected);
}

static void
gw_team_page_init (GwTeamPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gw_team_page_new (GwSession *session)
{
  GwTeamPage *self = g_object_new (GW_TYPE_TEAM_PAGE, NULL);

  self->session = g_object_ref (session);
  self->browser = GW_RECORD_BROWSER (gw_record_browser_new (GW_RECORD_SOURCE (session)));
  adw_bin_set_child (self->slot, GTK_WIDGET (self->browser));
  g_signal_connect (self->browser, "said", G_CALLBACK (on_said), self);
  g_signal_connect (self->browser, "export-wanted", G_CALLBACK (on_export_wanted), self);
  g_signal_connect (self->browser, "reload-wanted", G_CALLBACK (on_reload_wanted), self);
  g_signal_connect_object (gw_record_browser_get_form (self->browser), "save-asked",
                           G_CALLBACK (on_save_asked), self, 0);
  g_signal_connect_object (gw_record_browser_get_form (self->browser), "erase-wanted",
                           G_CALLBACK (on_erase_wanted), self, 0);
  gtk_list_box_set_header_func (self->sections, show_heading, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gtk_list_box_append (self->sections, create_section (&sections[i]));
  gtk_list_box_select_row (self->sections, gtk_list_box_get_row_at_index (self->sections, 0));
  follow_waiting (self);
  return GTK_WIDGET (self);
}

GwQuery *
gw_team_page_new_waiting_query (void)
{
  GwQuery *query = gw_query_new (&gw_absence_type);

  gw_query_where_integer (query, GW_ABSENCE_STATE, GW_ABSENCE_ASKED);
  return query;
}

void
gw_team_page_open (GwTeamPage *self, GwItem *item)
{
  GtkListBoxRow *row;

  g_return_if_fail (GW_IS_TEAM_PAGE (self));

  row = find_section (self, gw_item_get_record_type (item));
  if (row != NULL)
    gtk_list_box_select_row (self->sections, row);
  gw_record_browser_open (self->browser, item);
}

void
gw_team_page_start (GwTeamPage *self)
{
  g_return_if_fail (GW_IS_TEAM_PAGE (self));
  gw_record_browser_start (self->browser);
}

void
gw_team_page_focus_search (GwTeamPage *self)
{
  g_return_if_fail (GW_IS_TEAM_PAGE (self));
  gw_record_browser_focus_search (self->browser);
}

void
gw_team_page_set_edges (GwTeamPage *self, GtkWidget *start, GtkWidget *end)
{
  g_return_if_fail (GW_IS_TEAM_PAGE (self));
  adw_bin_set_child (self->start_edge, start);
  adw_bin_set_child (self->end_edge, end);
}

const GwRecord *
gw_team_page_get_record (GwTeamPage *self)
{
  GwForm *form;
  GwItem *item;

  g_return_val_if_fail (GW_IS_TEAM_PAGE (self), NULL);

  form = gw_record_browser_get_form (self->browser);
  item = gtk_widget_get_mapped (GTK_WIDGET (form)) ? gw_form_get_item (form) : NULL;
  return item != NULL ? gw_item_get_record (item) : NULL;
}
