/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window does with the team that is open: it shows it, says what is left from last time, and lets
 * it go. */
#include "config.h"

#include "gw-window-private.h"

#include "gw-backup-keeper.h"
#include "gw-dialogs.h"
#include "gw-session-edit.h"
#include "gw-session-erase.h"
#include "gw-session-records.h"

#include "gw-toasts.h"

#include "gw-team.h"

#include <glib/gi18n-lib.h>

static void
show_team_name (GwWindow *self)
{
  g_autoptr (GwItem) item = g_list_model_get_item (self->teams, 0);
  const GwRecord *team = item != NULL ? gw_item_get_record (item) : NULL;
  const char *name = team != NULL ? gw_team_get_name (team) : "";

  gtk_label_set_label (self->team_label, *name != '\0' ? name : _ ("Good Week"));
}

static void
watch_teams (GwWindow *self)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_team_type);

  gw_query_sort (query, GW_TEAM_NAME, FALSE);
  self->teams = G_LIST_MODEL (gw_session_watch (self->session, query));
  g_signal_connect_object (self->teams, "items-changed", G_CALLBACK (show_team_name), self,
                           G_CONNECT_SWAPPED);
  show_team_name (self);
}

static void
on_session_failed (GwWindow *self, const char *sentence)
{
  gw_window_add_toast (self, sentence);
}

static void
on_unfinished_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = gw_session_undo_finish (GW_SESSION (source), result, &error);

  gw_window_add_toast (self, label != NULL ? _ ("It was taken back.") : error->message);
}

static void
on_unfinished_clicked (GwWindow *self)
{
  if (self->session != NULL)
    gw_session_undo_unfinished_async (self->session, on_unfinished_undone, g_object_ref (self));
}

/* An import or a plan that a power cut stopped half-way is offered for taking back. */
static void
offer_unfinished (GwWindow *self)
{
  const char *label = gw_session_get_unfinished_label (self->session);
  g_autofree char *sentence = NULL;
  AdwToast *toast;

  if (label == NULL)
    return;
  /* TRANSLATORS: %s is what was done, for instance "Import visits" */
  sentence = g_strdup_printf (_ ("“%s” was interrupted last time."), label);
  toast = gw_toasts_new (sentence);
  adw_toast_set_button_label (toast, _ ("Take it back"));
  adw_toast_set_timeout (toast, 0);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_unfinished_clicked), self,
                           G_CONNECT_SWAPPED);
  gw_toasts_show (self->toasts, toast);
}

/* Traces of somebody who was to be forgotten are told of until the reader has seen it. */
static void
tell_unfinished_erasing (GwWindow *self)
{
  const char *sentence = gw_session_get_unfinished_erasing (self->session);
  AdwToast *toast;

  if (sentence == NULL)
    return;
  toast = gw_toasts_new (sentence);
  adw_toast_set_timeout (toast, 0);
  gw_toasts_show (self->toasts, toast);
}

static void
show_session (GwWindow *self)
{
  g_autofree char *place = g_settings_get_string (self->settings, "last-place");
  gboolean asks = gw_id_is_none (gw_session_get_user_id (self->session)) &&
                  !gw_session_is_read_only (self->session);

  if (asks)
    gw_window_show_user_page (self);
  else
    gw_window_show_team_stage (self);
  gw_window_show_place (self, place);
  if (gtk_stack_get_visible_child (self->places) == NULL)
    gw_window_show_place (self, "rota");
  offer_unfinished (self);
  tell_unfinished_erasing (self);
  if (self->imports_next && !asks)
    gw_import_dialog_present (GTK_WINDOW (self), self->session, gw_window_get_day (self, NULL));
  self->imports_next = FALSE;
}

void
gw_window_take_session (GwWindow *self, GwSession *session)
{
  if (self->session != NULL)
    {
      gw_window_forget_places (self);
      gw_status_line_set_session (self->status_line, NULL);
      if (self->user_page != NULL)
        gw_user_page_set_session (self->user_page, NULL);
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_clear_object (&self->teams);
      gw_session_close_async (self->session, NULL, NULL);
      g_clear_object (&self->session);
    }
  self->session = session;
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "notify", G_CALLBACK (gw_window_update_actions), self);
      g_signal_connect_swapped (session, "failed", G_CALLBACK (on_session_failed), self);
      gw_session_set_hide_names (session, g_settings_get_boolean (self->settings, "hide-names"));
      gw_status_line_set_session (self->status_line, session);
      watch_teams (self);
      gw_window_follow_counts (self);
      gw_backup_keeper_start (session);
      show_session (self);
    }
  gw_window_update_actions (self);
}
