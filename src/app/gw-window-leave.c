/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Before a team is left. Forms keep what is typed; where the disk would not take it, it is in the
 * window only, and whoever typed it is asked.
 */
#include "config.h"

#include "gw-window-private.h"

#include "gw-question.h"

#include <glib/gi18n-lib.h>

static void ask_the_disk (GwWindow *self);

void
gw_window_forget_leaving (GwWindow *self)
{
  gpointer data = g_steal_pointer (&self->leave_data);
  GDestroyNotify free_data = self->leave_free;

  self->leave = NULL;
  self->leave_free = NULL;
  if (free_data != NULL)
    free_data (data);
}

static void
leave_now (GwWindow *self)
{
  GwWindowLeave leave = self->leave;
  gpointer data = g_steal_pointer (&self->leave_data);
  GDestroyNotify free_data = self->leave_free;

  self->leave = NULL;
  self->leave_free = NULL;
  leave (self, data);
  if (free_data != NULL)
    free_data (data);
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, GwWindow *self)
{
  self->leave_question = NULL;
  if (self->leave == NULL)
    return;
  if (g_str_equal (response, "close"))
    leave_now (self);
  else
    gw_window_forget_leaving (self);
}

static void
ask_the_reader (GwWindow *self)
{
  GtkWidget *dialog = gw_question_new (
      GTK_WINDOW (self), _ ("Close without what was typed?"),
      _ ("Something was typed and not saved, and the disk could not keep it. "
         "It is lost when this team is closed."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close anyway"),
                                    "stay", _ ("_Stay"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close",
                                              ADW_RESPONSE_DESTRUCTIVE);
  gw_question_settle (ADW_MESSAGE_DIALOG (dialog), "stay", "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), self, 0);
  self->leave_question = GTK_WINDOW (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_typed_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwWindow) self = user_data;
  gboolean is_kept = gw_session_keep_typed_finish (GW_SESSION (source), result);

  if (self->leave == NULL || self->leave_question != NULL)
    return;
  if (self->session != NULL && G_OBJECT (self->session) != source)
    ask_the_disk (self);
  else if (is_kept || self->session == NULL)
    leave_now (self);
  else
    ask_the_reader (self);
}

static void
ask_the_disk (GwWindow *self)
{
  gw_session_keep_typed_async (self->session, on_typed_kept, g_object_ref (self));
}

void
gw_window_leave_team (GwWindow *self, GwWindowLeave leave, gpointer data, GDestroyNotify free_data)
{
  gw_window_forget_leaving (self);
  self->leave = leave;
  self->leave_data = data;
  self->leave_free = free_data;
  if (self->leave_question != NULL)
    gtk_window_present (self->leave_question);
  else if (self->session != NULL)
    ask_the_disk (self);
  else
    leave_now (self);
}
