/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small things that the dialogs share. */
#include "config.h"

#include "gw-dialog-parts.h"

#include "gw-toasts.h"

void
gw_dialog_say (AdwToastOverlay *toasts, const char *sentence)
{
  gw_toasts_show (toasts, gw_toasts_new (sentence));
}

void
gw_dialog_show_folder (GtkWindow *parent, GFile *file)
{
  gboolean is_folder = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) ==
                       G_FILE_TYPE_DIRECTORY;
  g_autoptr (GFile) folder = is_folder ? g_object_ref (file) : g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}
