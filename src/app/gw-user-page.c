/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is using this laptop? */
#include "config.h"

#include "gw-user-page.h"

#include "gw-face-picture.h"
#include "gw-session-edit.h"
#include "gw-session-records.h"

#include "gw-colleague.h"
#include "gw-name.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define FACE_SIZE 40

struct _GwUserPage
{
  AdwBin parent_instance;

  GtkButton *back_button;
  GtkListBox *list;
  AdwEntryRow *name_row;
  GtkLabel *problem_label;

  GwSession *session;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GwUserPage, gw_user_page, ADW_TYPE_BIN)

static void
choose (GwUserPage *self, GwId id)
{
  gw_session_set_user (self->session, id);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Somebody has said it before, and it may stay so. */
static void
go_back (GwUserPage *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  GwUserPage *self = GW_USER_PAGE (widget);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->back_button)))
    return FALSE;
  go_back (self);
  return TRUE;
}

static void
on_row_activated (GwUserPage *self, GtkListBoxRow *row)
{
  GwItem *item = g_object_get_data (G_OBJECT (row), "item");

  choose (self, gw_item_get_id (item));
}

static void
show_problem (GwUserPage *self, const char *sentence)
{
  gtk_label_set_label (self->problem_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), *sentence != '\0');
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwUserPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwCommit) commit = gw_session_submit_finish (GW_SESSION (source), result, &error);

  if (self->session != GW_SESSION (source))
    return;
  if (commit == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  choose (self, gw_record_get_id (gw_commit_get_entry (commit, 0)->after));
}

static void
on_name_entered (GwUserPage *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_colleague_type);
  g_autoptr (GwChange) change = gw_change_new (_ ("Colleague added"));

  g_strstrip (name);
  if (*name == '\0')
    {
      show_problem (self, _ ("Please type your first name."));
      return;
    }
  show_problem (self, "");
  gw_colleague_set_first_name (draft, name);
  gw_colleague_set_role (draft, GW_ROLE_WELLBEING_WORKER);
  gw_change_add_draft (change, draft);
  gw_session_submit_async (self->session, change, NULL, on_added, g_object_ref (self));
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  GwUserPage *self = user_data;
  const GwRecord *record = gw_item_get_record (item);
  g_autofree char *name = gw_colleague_dup_name (record, TRUE);
  GtkWidget *face = gw_face_new (FACE_SIZE);
  GtkWidget *row = adw_action_row_new ();

  gw_face_show_record (GW_FACE (face), GW_RECORD_SOURCE (self->session), record);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), face);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  return row;
}

static void
gw_user_page_dispose (GObject *object)
{
  GwUserPage *self = GW_USER_PAGE (object);

  gw_user_page_set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), GW_TYPE_USER_PAGE);
  G_OBJECT_CLASS (gw_user_page_parent_class)->dispose (object);
}

static void
gw_user_page_class_init (GwUserPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_user_page_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/app/gw-user-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GwUserPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, GwUserPage, list);
  gtk_widget_class_bind_template_child (widget_class, GwUserPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, GwUserPage, problem_label);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_bind_template_callback (widget_class, go_back);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_name_entered);
}

static void
gw_user_page_init (GwUserPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gw_user_page_set_session (GwUserPage *self, GwSession *session)
{
  g_autoptr (GwQuery) query = NULL;
  g_autoptr (GwLiveList) colleagues = NULL;

  g_return_if_fail (GW_IS_USER_PAGE (self));
  if (self->list != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->back_button),
                            session != NULL && !gw_id_is_none (gw_session_get_user_id (session)));
  if (!g_set_object (&self->session, session) || self->list == NULL)
    return;
  if (session == NULL)
    {
      gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
      return;
    }
  query = gw_query_new (&gw_colleague_type);
  gw_query_where_empty (query, GW_COLLEAGUE_LEFT, TRUE);
  gw_query_sort (query, GW_COLLEAGUE_FIRST_NAME, FALSE);
  colleagues = gw_session_watch (session, query);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (colleagues), create_row, self, NULL);
}
