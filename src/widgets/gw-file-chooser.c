/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkFileChooserNative, held alive while it is open. */
#include "config.h"

#include "gw-file-chooser.h"

/** GwAsking: an open dialog and who waits for it. */
typedef struct
{
  GwFileChoice choice;
  gpointer user_data;
} GwAsking;

static void
on_response (GtkNativeDialog *dialog, gint response, gpointer data)
{
  GwAsking *asking = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  asking->choice (file, asking->user_data);
  g_free (asking);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const GwFileWish *wish)
{
  g_autoptr (GtkFileFilter) filter = NULL;

  if (wish->filter_name == NULL)
    return;
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, wish->filter_name);
  for (guint i = 0; wish->patterns != NULL && wish->patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, wish->patterns[i]);
  for (guint i = 0; wish->mime_types != NULL && wish->mime_types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (filter, wish->mime_types[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
ask (GtkWindow *parent, GtkFileChooserAction action, const GwFileWish *wish, GwFileChoice choice,
     gpointer user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (wish->title, parent, action,
                                                              wish->accept, NULL);
  GwAsking *asking = g_new (GwAsking, 1);

  asking->choice = choice;
  asking->user_data = user_data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filter (GTK_FILE_CHOOSER (dialog), wish);
  if (wish->suggested_name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), wish->suggested_name);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), asking);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
gw_file_chooser_open (GtkWindow *parent, const GwFileWish *wish, GwFileChoice choice,
                      gpointer user_data)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_OPEN, wish, choice, user_data);
}

void
gw_file_chooser_save (GtkWindow *parent, const GwFileWish *wish, GwFileChoice choice,
                      gpointer user_data)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_SAVE, wish, choice, user_data);
}

void
gw_file_chooser_folder (GtkWindow *parent, const GwFileWish *wish, GwFileChoice choice,
                        gpointer user_data)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, wish, choice, user_data);
}
