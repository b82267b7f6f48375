/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question over the first page; the answer runs on a worker. */
#include "config.h"

#include "gw-rescue-dialog.h"

#include "gw-question.h"
#include "gw-session-rescue.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GwWindow *window;
  char *path;
} Rescue;

static void
rescue_free (Rescue *rescue)
{
  g_object_unref (rescue->window);
  g_free (rescue->path);
  g_free (rescue);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rescue, rescue_free)

static char *
dup_second_folder (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *folder = g_settings_get_string (settings, "backup-folder");

  return *folder != '\0' ? g_steal_pointer (&folder) : NULL;
}

static void
on_rescued (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Rescue) rescue = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  g_autoptr (GwBackupLine) line = gw_session_rescue_finish (result, &aside, &error);
  g_autofree char *name = line != NULL ? g_path_get_basename (aside) : NULL;
  g_autofree char *sentence = NULL;

  if (line != NULL)
    {
      /* Translators: a day with a time, and the name of a file. */
      sentence = g_strdup_printf (_ ("The backup of %s is back. The damaged file is kept as “%s”."),
                                  line->when, name);
      gw_window_open (rescue->window, rescue->path, GW_SESSION_NO_FLAGS);
    }
  gw_window_add_toast (rescue->window, line != NULL ? sentence : error->message);
}

static void
on_answered (AdwMessageDialog *question, const char *response, gpointer user_data)
{
  g_autoptr (Rescue) rescue = user_data;
  g_autofree char *second_folder = dup_second_folder ();

  if (!g_str_equal (response, "restore"))
    return;
  gw_session_rescue_async (rescue->path, second_folder, on_rescued, rescue);
  g_steal_pointer (&rescue);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Rescue) rescue = user_data;
  g_autoptr (GwBackupLine) line = gw_session_rescue_find_finish (result);
  g_autofree char *name = g_path_get_basename (rescue->path);
  g_autofree char *shown = g_filename_display_name (name);
  GtkWidget *question;

  if (line == NULL)
    return;
  question = gw_question_new (GTK_WINDOW (rescue->window), _ ("Bring a backup back?"), NULL);
  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (question),
      /* Translators: the name of a file, and a day with a time. */
      _ ("“%s” is damaged. Its newest backup was made on %s. The damaged file is kept beside it."),
      shown, line->when);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _ ("_Not now"),
                                    "restore", _ ("_Bring back"), NULL);
  gw_question_settle (ADW_MESSAGE_DIALOG (question), "cancel", "restore");
  g_signal_connect (question, "response", G_CALLBACK (on_answered), g_steal_pointer (&rescue));
  gtk_window_present (GTK_WINDOW (question));
}

void
gw_rescue_dialog_offer (GwWindow *window, const char *path)
{
  g_autofree char *second_folder = dup_second_folder ();
  Rescue *rescue = g_new0 (Rescue, 1);

  rescue->window = g_object_ref (window);
  rescue->path = g_strdup (path);
  gw_session_rescue_find_async (path, second_folder, on_found, rescue);
}
